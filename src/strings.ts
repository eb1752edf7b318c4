import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { Fault } from '../components/fault.ts';
import { siteLanguage } from '../components/language.ts';
import { sayIn } from '../components/say.ts';
import { strings as english, type Strings } from '../content/strings/en.ts';
import { readChapterFile } from './lesson-folder.ts';

/** What a build says to authors, it says in English. */
export const sayAtBuild = sayIn(english.said);

/**
 * What the site itself says, for the steps that make pages of files: in the language of a file.
 *
 * @throws Fault with a sentence where the site's own language has no strings.
 */
export function readStrings(): (file: string) => Strings {
  const load = createRequire(import.meta.url);
  const all = new Map(
    globSync('content/strings/*.ts').map((file) => {
      const { strings } = load(resolve(file)) as { readonly strings: Strings };
      return [basename(file, '.ts'), strings] as const;
    }),
  );
  const own = all.get(siteLanguage);
  if (!own)
    throw new Fault(`SITE_LANG is ${siteLanguage}, and there is no content/strings/${siteLanguage}.ts: write it.`);
  return (file) => all.get(readChapterFile(file)?.language ?? siteLanguage) ?? own;
}
