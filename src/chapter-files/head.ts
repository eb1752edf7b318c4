import { parseFrontmatter } from '@astrojs/markdown-remark';
import { globSync, readFileSync } from 'node:fs';
import { chapterFrontmatter, loneFrontmatter } from '../frontmatter.ts';
import { readChapterFile } from '../lesson-folder.ts';

/** Whether its lesson has no other page. */
function isAlone(file: string): boolean {
  const { folder, register } = readChapterFile(file)!;
  return register === 'index' && globSync(`${folder}/*.mdx`).length === 1;
}

/** What is wrong in the head of a chapter: a sentence for each field, with its line. */
export function headFaults(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  let head: Record<string, unknown>;
  try {
    head = parseFrontmatter(source).frontmatter;
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number; column: number } };
    return [
      `${file}:${(mark?.line ?? 0) + 2}:${(mark?.column ?? 0) + 1}: The head cannot be read: ${reason ?? String(error)}.`,
    ];
  }
  const lines = source.split('\n');
  const lineOf = (field: string): number =>
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${field}:`)),
    ) + 1;
  const schema = isAlone(file) ? loneFrontmatter : chapterFrontmatter;
  const known = Object.keys(schema.shape).join(', ');
  return (schema.safeParse(head).error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
      return issue.keys.map((key) => `${file}:${lineOf(key)}:1: The head has no field ${key}. Known: ${known}.`);
    const field = issue.path.map(String);
    const found: unknown = field.reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | undefined)?.[name],
      head,
    );
    return [
      `${file}:${lineOf(field[0] ?? '')}:1: ${field.join('.')} is ${JSON.stringify(found) ?? 'missing'}. ${issue.message}.`,
    ];
  });
}
