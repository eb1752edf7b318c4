import { getEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { chapters } from './chapters.ts';

/** A page that shows a figure, and its title. */
export interface Host {
  readonly href: string;
  readonly title: string;
}

/** The figures of `content/figures/` that a text shows, by their files' names. */
export function figuresIn(body: string): string[] {
  return [...body.matchAll(/#content\/figures\/([\w-]+)\.mdx/g)].map(([, name]) => name!);
}

/** The first page that shows a figure of `content/figures/`. */
export async function hostOf(figure: string): Promise<Host> {
  const home = (await getEntry('pages', 'home'))!;
  const pages = [
    { href: withBase('/'), title: home.data.title, body: home.body },
    ...(await chapters()).map(({ href, entry }) => ({ href, title: entry.data.title, body: entry.body })),
  ];
  const host = pages.find(({ body }) => figuresIn(body ?? '').includes(figure));
  if (!host)
    throw new Error(
      `content/figures/${figure}.mdx: no page shows this figure. Import it in a chapter, or remove the file.`,
    );
  return host;
}
