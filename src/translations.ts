import { getCollection } from 'astro:content';
import { withBase } from '#components/base.ts';
import { siteLanguage } from '#components/language.ts';
import { lessons, type Chapter, type Lesson } from './chapters.ts';

/** A page in one of the languages that it is told in. */
export interface Translation {
  readonly language: string;
  readonly href: string;
}

export const homeOf = (language = siteLanguage): string => withBase(language === siteLanguage ? '/' : `/${language}/`);

/** The opening page in each language that something is told in, the site's first. */
export async function homes(): Promise<Translation[]> {
  const translated = (await getCollection('pages')).flatMap(({ id }) => /^home\.(.+)$/.exec(id)?.[1] ?? []);
  const languages = new Set([siteLanguage, ...(await lessons()).map(({ language }) => language), ...translated]);
  return [...languages].map((language) => ({ language, href: homeOf(language) }));
}

/** A chapter in each language that its lesson tells it in, its own among them. */
export async function translationsOf(
  { register }: Chapter,
  { lesson }: Lesson,
): Promise<(Translation & Pick<Chapter, 'entry'>)[]> {
  return (await lessons())
    .filter((other) => other.lesson === lesson)
    .flatMap(({ language, chapters }) =>
      chapters.flatMap((chapter) =>
        chapter.register === register ? [{ language, href: chapter.href, entry: chapter.entry }] : [],
      ),
    );
}
