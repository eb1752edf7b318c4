import type { Strings } from '#content/strings/en.ts';
import { siteLanguage } from './language.ts';

const all = import.meta.glob<Strings>('/content/strings/*.ts', { eager: true, import: 'strings' });

/** What the site itself says in a language. */
export function stringsIn(language = siteLanguage): Strings {
  return all[`/content/strings/${language}.ts`]!;
}

/** What the site itself says, in the language of a page. */
export function stringsFor({ locals }: { readonly locals: App.Locals }): Strings {
  return stringsIn(locals.language);
}
