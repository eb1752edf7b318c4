import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { lessonsIn } from '../chapters.ts';
import { parseMdx } from '../markdown/mdx.ts';
import { statementsIn, type Statement } from '../markdown/mentions.ts';

/** A page that states claims, and where on it. */
export interface Telling {
  readonly href: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

/** Every page of prose in the site's language, in reading order, with the claims that it states. */
export async function tellings(): Promise<Telling[]> {
  const home = (await getEntry('pages', 'home'))!;
  const pages = [{ href: withBase('/'), entry: home }, ...(await lessonsIn()).flatMap(({ chapters }) => chapters)];
  const captionOf = (figure: string) => parseMdx(readFileSync(resolve(`content/figures/${figure}.mdx`), 'utf8'));
  return pages.map(({ href, entry }) => ({
    href,
    title: entry.data.title,
    statements: statementsIn(parseMdx(entry.body ?? ''), captionOf),
  }));
}
