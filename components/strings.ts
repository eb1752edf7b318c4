import type { Strings } from '#content/strings/en.ts';
import { siteLanguage } from './language.ts';

/** That of what figures and the library say themselves. */
const english = 'en';
const all = import.meta.glob<Strings>('/content/strings/*.ts', { eager: true, import: 'strings' });

/** What the site itself says in a language. */
export function stringsIn(language = siteLanguage): Strings {
  return all[`/content/strings/${language}.ts`]!;
}

/** What the site itself says, in the language of a page. */
export function stringsFor({ locals }: { readonly locals: App.Locals }): Strings {
  return stringsIn(locals.language);
}

/**
 * What a part of a figure carries that the site itself says, in the language of the page: what the figure says
 * is English on every page, and so is its layout.
 */
export function inFigure(page: { readonly locals: App.Locals }): { readonly lang?: string; readonly dir?: string } {
  const { language = siteLanguage } = page.locals;
  return language === english ? {} : { lang: language, dir: stringsFor(page).dir };
}

/** What a part that is English on every page carries where the page is not: a figure, and what is read from the library’s own source. */
export function inEnglish({ locals: { language = siteLanguage } }: { readonly locals: App.Locals }): {
  readonly lang?: string;
  readonly dir?: string;
} {
  return language === english ? {} : { lang: english, dir: 'ltr' };
}
