import { readFileSync, readdirSync } from 'node:fs';
import { inject } from 'vitest';
import type { AnyFigure } from '../../../../components/figure/definition.ts';
import type { Field, Schema } from '../../../../components/figure/state/fields.ts';

/** Every figure there is, by its folder. */
export const figures = readdirSync('components/figures').toSorted();

/** What can be set in each figure that has a definition. */
export const schemas: ReadonlyMap<string, Schema> = new Map(
  Object.entries(
    import.meta.glob<{ default: AnyFigure }>('../../../../components/figures/*/figure.ts', { eager: true }),
  ).map(([path, { default: figure }]) => [path.split('/').at(-2)!, figure.state as Schema]),
);

/** Values other than the default, as an address writes them. */
export function others({ fallback, read, write, names = [] }: Field<unknown>): string[] {
  const usual = write(fallback);
  const texts = [
    ...names,
    'The old bank is high',
    '2',
    '1',
    '3',
    '0',
    '0.5',
    '1.5',
    '-1',
    usual.replace(/^-?[\d.]+/, '0.3'),
    usual.replace(/^-?[\d.]+/, '1'),
    'the old cat sleeps .',
  ];
  const found = texts.filter((text) => text !== usual && read(text) !== undefined);
  if (found.length === 0) throw new Error(`No text was found that this field reads as another value than ${usual}.`);
  return found;
}

/** Chapters and other pages; on each figure's own page, `built.test.ts` reads what stands there without a script. */
export const chapters = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
  .map((file) => file.replace(/index\.html$/, ''));

export const htmlOf = (chapter: string): string =>
  readFileSync(`${inject('folder')}/${chapter}${chapter.endsWith('.html') ? '' : 'index.html'}`, 'utf8');
