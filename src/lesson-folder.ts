import { siteLanguage } from '../components/language.ts';

/** What a chapter's place among the files says of it. */
export interface ChapterFile {
  /** The folder of its lesson, from the root of the repository: `content/lessons/attention.ar`. */
  readonly folder: string;
  /** What the lesson is called in addresses, in every language. */
  readonly lesson: string;
  /** Behind the dot of the folder's name; the site's where it has none. */
  readonly language: string;
  /** The name of its own file. */
  readonly register: string;
}

/** Reads a chapter's path; nothing where it is no chapter's. */
export function readChapterFile(path: string): ChapterFile | undefined {
  const match = /(?:^|\/)(content\/lessons\/([^/.]+)(?:\.([^/]+))?)\/([^/]+)\.mdx$/.exec(path.replaceAll('\\', '/'));
  if (!match) return undefined;
  const [, folder, lesson, language = siteLanguage, register] = match;
  return { folder: folder!, lesson: lesson!, language, register: register! };
}
