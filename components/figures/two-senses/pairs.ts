import { sensePairs } from '#lib/encoder/sensePairs.ts';

export type Both<T> = readonly [T, T];

/** A word form in two sentences, with words for the sense that it has in each. */
export interface Pair {
  readonly word: string;
  readonly sentences: Both<string>;
  readonly anchors: Both<readonly string[]>;
}

/** All pairs that were measured, by their names in addresses. */
export const pairs: ReadonlyMap<string, Pair> = new Map(
  sensePairs.flatMap(({ word, anchors, pairs }) =>
    pairs.map((sentences, at) => [`${word}-${at + 1}`, { word, sentences, anchors }] as const),
  ),
);

/** Where the form comes out in both sentences, and where the anchor words do when they are read alone: −1 and 1 are the middles of those. */
export interface Places {
  readonly form: Both<number>;
  readonly anchors: Both<readonly number[]>;
}

/** What the figure shows from: every pair that was measured, and a pair of the reader's own, where there is one. */
export interface SenseReading {
  readonly known: Readonly<Record<string, Places>>;
  readonly own?: { readonly pair: Pair; readonly places: Places };
}

/** To travel with the page. */
export const three = (place: number): number => Math.round(place * 1e3) / 1e3;
