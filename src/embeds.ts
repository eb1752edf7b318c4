import { getEntry } from 'astro:content';
import type { AnyFigure } from '#components/figure/definition.ts';
import { withBase } from '#components/base.ts';
import { lessons } from './chapters.ts';
import { parseMdx } from './markdown/mdx.ts';
import { figuresIn } from './markdown/mentions.ts';

/** A page that shows a figure, and its title. */
export interface Host {
  readonly href: string;
  readonly title: string;
  /** The name of its lesson, where it is a chapter of one. */
  readonly lesson?: string;
}

const definitions = import.meta.glob<AnyFigure>('/components/figures/*/figure.ts', { eager: true, import: 'default' });

/** The definition of a figure of `content/figures/`, where it is made from one. */
export async function definitionOf(figure: string): Promise<AnyFigure | undefined> {
  const { body = '' } = (await getEntry('figures', figure))!;
  const folder = /#components\/figures\/([\w-]+)\//.exec(body)?.[1] ?? figure;
  return definitions[`/components/figures/${folder}/figure.ts`];
}

/** What a figure of `content/figures/` is called. */
export async function titleOf(figure: string): Promise<string> {
  return (await definitionOf(figure))?.title ?? figure.replaceAll('-', ' ');
}

/** The first page that shows a figure of `content/figures/`. */
export async function hostOf(figure: string): Promise<Host> {
  const home = (await getEntry('pages', 'home'))!;
  const pages = [
    { href: withBase('/'), title: home.data.title, body: home.body },
    ...(await lessons()).flatMap(({ name, chapters }) =>
      chapters.map(({ href, entry }) => ({ href, title: entry.data.title, lesson: name, body: entry.body })),
    ),
  ];
  const host = pages.find(({ body }) => figuresIn(parseMdx(body ?? '')).includes(figure));
  if (!host)
    throw new Error(
      `content/figures/${figure}.mdx: no page shows this figure. Import it in a chapter, or remove the file.`,
    );
  return host;
}
