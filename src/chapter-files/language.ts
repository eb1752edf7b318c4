import { existsSync } from 'node:fs';
import { siteLanguage } from '../../components/language.ts';
import { readChapterFile } from '../lesson-folder.ts';

/** A chapter in a language that the site has no words in, or that is the site's own and named all the same. */
export function languageFaults(file: string): string[] {
  const { folder, lesson, language } = readChapterFile(file)!;
  if (language === siteLanguage && folder.endsWith(`.${language}`))
    return [`${folder} is told in the site’s own language: call it content/lessons/${lesson}.`];
  if (language !== siteLanguage && !existsSync(`content/strings/${language}.ts`))
    return [
      `${folder} is told in ${language}, and there is no content/strings/${language}.ts: write what the site says in that language, as content/strings/en.ts does.`,
    ];
  return [];
}
