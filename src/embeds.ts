import { getEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { chapters } from './chapters.ts';
import { parseMdx } from './markdown/mdx.ts';
import { figuresIn } from './markdown/mentions.ts';

/** A page that shows a figure, and its title. */
export interface Host {
  readonly href: string;
  readonly title: string;
}

/** The first page that shows a figure of `content/figures/`. */
export async function hostOf(figure: string): Promise<Host> {
  const home = (await getEntry('pages', 'home'))!;
  const pages = [
    { href: withBase('/'), title: home.data.title, body: home.body },
    ...(await chapters()).map(({ href, entry }) => ({ href, title: entry.data.title, body: entry.body })),
  ];
  const host = pages.find(({ body }) => figuresIn(parseMdx(body ?? '')).includes(figure));
  if (!host)
    throw new Error(
      `content/figures/${figure}.mdx: no page shows this figure. Import it in a chapter, or remove the file.`,
    );
  return host;
}
