import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { AnyFigure } from '#components/figure/definition.ts';
import { withBase } from '#components/base.ts';
import { Fault } from '#components/fault.ts';
import { lessons } from './chapters.ts';
import { parseMdx } from './markdown/mdx.ts';
import { figuresIn } from './markdown/mentions.ts';
import { onceInBuild } from './once-in-build.ts';

/** A page that shows a figure, and its title. */
export interface Host {
  readonly href: string;
  readonly title: string;
  /** The name of its lesson, where it is a chapter of one. */
  readonly lesson?: string;
}

const figuresOf = ({ body }: { readonly body?: string | undefined }): string[] => figuresIn(parseMdx(body ?? ''));

const definitions = import.meta.glob<AnyFigure>('/components/figures/*/figure.ts', { import: 'default' });
const titles = import.meta.glob<string>('/components/figures/*/title.ts', { import: 'title' });

/** Where the component of a figure of `content/figures/` stands. */
async function folderOf(figure: string): Promise<string> {
  const { body = '' } = (await getEntry('figures', figure))!;
  return `/components/figures/${/#components\/figures\/([\w-]+)\//.exec(body)?.[1] ?? figure}`;
}

/** The definition of a figure of `content/figures/`, where it is made from one. */
export async function definitionOf(figure: string): Promise<AnyFigure | undefined> {
  return definitions[`${await folderOf(figure)}/figure.ts`]?.();
}

/** What a figure of `content/figures/` is called: its definition says it, or a file of its own. A site that is built from elsewhere sees neither. */
export async function titleOf(figure: string): Promise<string> {
  const said = (await definitionOf(figure))?.title ?? (await titles[`${await folderOf(figure)}/title.ts`]?.());
  return said ?? figure.replaceAll('-', ' ');
}

/** Every page that may show a figure, as readers come to them. */
const pages = onceInBuild(async (): Promise<(Host & { readonly figures: readonly string[] })[]> => {
  const home = (await getEntry('pages', 'home'))!;
  return [
    { href: withBase('/'), title: home.data.title, figures: figuresOf(home) },
    ...(await lessons()).flatMap(({ name, chapters }) =>
      chapters.map(({ href, entry }) => ({ href, title: entry.data.title, lesson: name, figures: figuresOf(entry) })),
    ),
  ];
});

/** The figures of `content/figures/`; one that nothing but a draft shows waits with it. */
export async function shownFigures(): Promise<CollectionEntry<'figures'>[]> {
  const shown = (await pages()).flatMap(({ figures }) => figures);
  const written = (await getCollection('lessons')).flatMap(figuresOf);
  return (await getCollection('figures')).filter(({ id }) => shown.includes(id) || !written.includes(id));
}

/** The first page that shows a figure of `content/figures/`. */
export async function hostOf(figure: string): Promise<Host> {
  const host = (await pages()).find(({ figures }) => figures.includes(figure));
  if (!host)
    throw new Fault(
      `content/figures/${figure}.mdx: no page shows this figure. Import it in a chapter, or remove the file.`,
    );
  return host;
}
