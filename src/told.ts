import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chapters, type Chapter } from './chapters.ts';
import { figuresIn } from './embeds.ts';

/** The chapters whose text states a claim, itself or under a figure that it shows. */
export async function toldIn(): Promise<(id: string) => readonly Chapter[]> {
  const texts = (await chapters()).map((chapter) => {
    const body = chapter.entry.body ?? '';
    const figures = figuresIn(body).map((name) => readFileSync(resolve(`content/figures/${name}.mdx`), 'utf8'));
    return { chapter, text: [body, ...figures].join('\n') };
  });
  return (id) =>
    texts.filter(({ text }) => new RegExp(`(<Claim id|claim)="${id}"`).test(text)).map(({ chapter }) => chapter);
}
