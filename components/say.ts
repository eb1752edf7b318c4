import type { Strings } from '#content/strings/en.ts';

export type Said = Strings['said'];
export type Parts = Readonly<Record<string, string | number>>;

/** One of the site's sentences, not yet in words. */
export interface Sentence {
  readonly name: keyof Said;
  readonly parts?: Parts;
}

/** Puts a sentence of the site together, in one of its languages. */
export type Say = (name: keyof Said, parts?: Parts) => string;

export const sayIn =
  (said: Said): Say =>
  (name, parts = {}) =>
    said[name].replace(/\{(\w+)\}/g, (_, part: string) => String(parts[part]));

let inPage: Say | undefined;

/** What a script says, in the language of its page, which brings it along. */
export const say: Say = (name, parts) => {
  inPage ??= sayIn(JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=strings]')!.content) as Said);
  return inPage(name, parts);
};
