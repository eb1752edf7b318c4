import { readFileSync } from 'node:fs';
import { parseMdx, textOf } from '../markdown/mdx.ts';
import { syntaxFault } from '../markdown/syntax.ts';

/** Where the text of a chapter cannot be read as MDX. */
export function textFaults(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  try {
    parseMdx(textOf(source));
    return [];
  } catch {
    // Read once more with its head, for the line to be that of the file.
  }
  try {
    parseMdx(source);
    return [];
  } catch (error) {
    return [syntaxFault(file, error) ?? `${file}: ${String(error)}`];
  }
}
