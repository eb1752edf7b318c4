import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chapters, type Chapter } from './chapters.ts';
import { parseMdx } from './markdown/mdx.ts';
import { claimsIn, figuresIn } from './markdown/mentions.ts';

/** The chapters whose text states a claim, itself or under a figure that it shows. */
export async function toldIn(): Promise<(id: string) => readonly Chapter[]> {
  const told = (await chapters()).map((chapter) => {
    const tree = parseMdx(chapter.entry.body ?? '');
    const figures = figuresIn(tree).map((name) =>
      parseMdx(readFileSync(resolve(`content/figures/${name}.mdx`), 'utf8')),
    );
    return { chapter, claims: new Set([tree, ...figures].flatMap(claimsIn)) };
  });
  return (id) => told.filter(({ claims }) => claims.has(id)).map(({ chapter }) => chapter);
}
