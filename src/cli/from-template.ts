import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';

/** Ends the command with a sentence about what it was given; nothing has been written. */
export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Somebody who can be asked, or a pipe that cannot. */
export interface Asked {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** What stands on the command line; where it does not, what somebody in front of a terminal says. */
export async function given(
  word: string | undefined,
  question: string,
  otherwise = '',
  { input, output }: Asked = { input: process.stdin, output: process.stdout },
): Promise<string> {
  if (word !== undefined || !input.isTTY) return word ?? otherwise;
  const lines = createInterface({ input, output });
  const answer = await lines.question(`${question}${otherwise === '' ? '' : ` [${otherwise}]`} `);
  lines.close();
  return answer.trim() || otherwise;
}

/** A name of a folder that is an address as well. */
export function checkName(name: string, thing: string, example: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    refuse(
      `“${name}” is no name for a ${thing}: give lower-case words joined by hyphens, as in npm run new:${thing} -- ${example}`,
    );
}

/** `colder-and-hotter` → `Colder and hotter` */
export function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

/** A template with its own names replaced. */
export function fill(template: string, names: Readonly<Record<string, string>>): string {
  return Object.entries(names).reduce(
    (text, [stand, name]) => text.replaceAll(stand, name),
    readFileSync(template, 'utf8'),
  );
}

/** Writes files by their paths, and says so. */
export function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(`wrote ${path}`);
  }
}
