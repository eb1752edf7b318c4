import { parseFrontmatter } from '@astrojs/markdown-remark';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { siteLanguage } from '../components/language.ts';
import { chapterFrontmatter, loneFrontmatter } from './frontmatter.ts';
import { readChapterFile } from './lesson-folder.ts';
import { parseMdx, textOf } from './markdown/mdx.ts';
import { syntaxFault } from './markdown/syntax.ts';

/**
 * What keeps a file of `content/lessons/` from being a chapter: a sentence each, with file and line. The development
 * server goes on with what the file was before; a page that asks here shows the fault instead.
 */
export function chapterFileFaults(): string[] {
  return globSync('content/lessons/**/*.{md,mdx}')
    .map((file) => file.split(sep).join('/'))
    .toSorted()
    .flatMap(faultsOf);
}

function faultsOf(file: string): string[] {
  if (file.endsWith('.md')) return [`${file} would be left out: a chapter is named ${file}x.`];
  if (file.split('/').length !== 4)
    return [`${file} stands in no lesson: a chapter is content/lessons/<lesson>/<register>.mdx.`];
  const { folder, lesson, language } = readChapterFile(file)!;
  if (language === siteLanguage && folder.endsWith(`.${language}`))
    return [`${folder} is told in the site’s own language: call it content/lessons/${lesson}.`];
  if (language !== siteLanguage && !existsSync(`content/strings/${language}.ts`))
    return [
      `${folder} is told in ${language}, and there is no content/strings/${language}.ts: write what the site says in that language, as content/strings/en.ts does.`,
    ];
  const source = readFileSync(file, 'utf8');
  return [...headFaults(file, source), ...textFaults(file, source)];
}

/** Whether its lesson has no other page. */
function isAlone(file: string): boolean {
  const { folder, register } = readChapterFile(file)!;
  return register === 'index' && globSync(`${folder}/*.mdx`).length === 1;
}

function headFaults(file: string, source: string): string[] {
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

function textFaults(file: string, source: string): string[] {
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
