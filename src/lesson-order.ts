import { Fault } from '../components/fault.ts';
import { siteLanguage } from '../components/language.ts';
import { readChapterFile, type ChapterFile } from './lesson-folder.ts';

/** A chapter as far as its place in a lesson, and the lesson's among others, ask. */
export interface Told {
  /** From the root of the repository. */
  readonly filePath?: string;
  readonly data: {
    readonly order: number;
    readonly lesson?: { readonly name: string; readonly order: number } | undefined;
  };
}

/** A lesson's chapters in reading order, the overview first. */
export interface InOrder<Entry> extends Omit<ChapterFile, 'register'> {
  readonly name: string;
  readonly order: number;
  readonly told: readonly [Entry, ...Entry[]];
}

/** The name of a chapter's file. */
export function registerOf({ filePath }: Told): string {
  return readChapterFile(filePath!)!.register;
}

/**
 * The lessons in reading order, those in the site's language first.
 *
 * @throws Fault with a sentence for the author where a lesson has no overview or no name, or where two have one place.
 */
export function inOrder<Entry extends Told>(entries: readonly Entry[]): InOrder<Entry>[] {
  const byLesson = Map.groupBy(
    entries.toSorted((a, b) => a.data.order - b.data.order),
    ({ filePath }) => readChapterFile(filePath!)!.folder,
  );
  const all = [...byLesson].map(([folder, told]): InOrder<Entry> => {
    const [overview, ...others] = told as [Entry, ...Entry[]];
    if (overview.data.order !== 0 || registerOf(overview) !== 'index')
      throw new Fault(`${folder} has no overview: write index.mdx, with order: 0 at its head.`);
    if (new Set(told.map(({ data }) => data.order)).size < told.length)
      throw new Fault(`${folder} has two chapters of one order: number them in the order in which they are read.`);
    const { lesson: about } = overview.data;
    if (!about)
      throw new Fault(
        `${folder}/index.mdx does not say which lesson it is the overview of: write at its head lesson: and under it, indented, name: and order:.`,
      );
    const strange = others.find(({ data }) => data.lesson);
    if (strange)
      throw new Fault(
        `${folder}/${registerOf(strange)}.mdx has the field lesson, which only index.mdx may have: remove it.`,
      );
    const { lesson, language } = readChapterFile(overview.filePath!)!;
    return { folder, lesson, language, ...about, told: [overview, ...others] };
  });
  for (const [place, [one, two]] of Map.groupBy(all, ({ language, order }) => `${language} ${order}`))
    if (two)
      throw new Fault(
        `${one!.folder} and ${two.folder} are both lesson ${place.split(' ')[1]}: number them in the order in which they are read.`,
      );
  const rank = ({ language }: InOrder<Entry>): string => (language === siteLanguage ? '' : language);
  return all.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.order - b.order));
}
