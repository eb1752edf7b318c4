import {
  cacheBytes,
  causalPairs,
  decoderProducts,
  mistral7B,
  scoresBytes,
  writingProducts,
} from '#lib/complexity/decoder.ts';
import { tiledBytes } from '#lib/complexity/memory.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Amounts } from '../../plots/amounts.ts';
import { laptop, showBytes, showCount, showWhole } from '../../plots/quantity.ts';

/** Words on offer: from a line to a thick book. */
export const lengths = [1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((first) => first * 10 ** power));
/** The longest text that is counted, in words. */
export const longest = 2_000_000;

const { layers, heads, dK, keyHeads, window } = mistral7B;
const unbounded = { ...mistral7B, window: undefined };

/** What is paid: its name, what it is, and how much. */
interface Amount {
  readonly name: string;
  readonly detail: string;
  readonly value: number;
  /** The result is another one: something is left out. */
  readonly isOther?: true;
}

export interface Shown {
  readonly words: number;
  readonly isCounted: boolean;
  /** Pieces that the text is cut into. */
  readonly n: number;
  readonly work: readonly Amount[];
  readonly memory: readonly Amount[];
}

export function costsOf(words: number, pieces: number, isCounted: boolean): Shown {
  const n = Math.max(1, Math.round(words * pieces));
  return {
    ...{ words, isCounted, n },
    work: [
      {
        name: 'Nothing kept',
        detail: 'all again at each word',
        value: layers * writingProducts(n, heads * dK, false),
      },
      { name: 'Kept in a cache', detail: 'each pair once', value: decoderProducts(unbounded, n) },
      {
        name: 'In a window',
        detail: `${showWhole(window)} pieces back`,
        value: decoderProducts(mistral7B, n),
        isOther: true,
      },
    ],
    memory: [
      { name: 'All scores', detail: 'one layer, written down', value: scoresBytes(mistral7B, n) },
      { name: 'Scores, by tiles', detail: 'the same result', value: heads * tiledBytes(n) },
      {
        name: 'Cache',
        detail: 'if each head had its own',
        value: cacheBytes({ ...unbounded, keyHeads: heads }, n),
      },
      { name: 'Cache, shared', detail: `by ${heads / keyHeads} heads each`, value: cacheBytes(unbounded, n) },
      {
        name: 'Shared, in a window',
        detail: 'as in the model',
        value: cacheBytes(mistral7B, n),
        isOther: true,
      },
    ],
  };
}

function rowsOf(amounts: readonly Amount[], show: (value: number) => string): Amounts['rows'] {
  return amounts.map(({ name, detail, value, isOther = false }) => ({
    ...{ label: name, detail, value, isOther },
    shown: show(value),
  }));
}

export const workOf = ({ work }: Shown): Amounts => ({
  rows: rowsOf(work, showCount),
  domain: [1e5, 1e26],
  ticks: { billion: 1e9, quadrillion: 1e15 },
});

export const memoryOf = ({ memory }: Shown): Amounts => ({
  rows: rowsOf(memory, showBytes),
  domain: [10, 1e17],
  ticks: { '1 MB': 1e6, '1 TB': 1e12 },
  level: laptop,
});

/** The words of a text, in whatever language: what stands between them is not counted. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) if (isWordLike) words++;
  return words;
}

export function sentenceOf({ words, n, work, memory }: Shown): string {
  const [, cached, near] = work.map(({ value }) => showCount(value));
  const [scores, , own, shared, bounded] = memory.map(({ value }) => showBytes(value));
  return (
    `A text of ${showWhole(words)} ${words === 1 ? 'word' : 'words'} is about ${showWhole(n)} pieces. ` +
    `In each of ${layers} layers, ${heads} heads compare ${showCount(causalPairs(n))} pairs of them: ` +
    `${cached} multiplications in all, ${near} in a window of ${showWhole(window)} pieces. ` +
    `The scores of one layer, written down, take ${scores}. What is kept while writing takes ${own} if each head has keys and values of its own, ` +
    `${shared} if ${heads / keyHeads} heads share them, and ${bounded} if only the window is kept.`
  );
}

export function tablesOf({ n, work, memory }: Shown): NumberTable[] {
  const table = (
    caption: string,
    column: string,
    amounts: readonly Amount[],
    show: (value: number) => string,
  ): NumberTable => ({
    ...{ caption, columns: [column] },
    rows: amounts.map(({ name, detail }) => `${name}, ${detail}`),
    cell: (row) => exact(amounts[row]!.value, show),
  });
  return [
    table(`Multiplications in attention, ${showWhole(n)} pieces.`, 'multiplications', work, showWhole),
    table('Bytes held, in 16 bits a number; tiles in 32.', 'bytes', memory, showWhole),
  ];
}
