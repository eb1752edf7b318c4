import { keep } from 'virtual:kept';
import { headWeights } from '#lib/encoder/index.ts';
import { readAtBuild } from '../../model/examples.ts';
import { labelsOf } from '../../model/labels.ts';
import { showWeight } from '../../plots/weight.ts';

/** A word of a sentence, and how much of its attention the word that asks gives it. */
export interface Share {
  readonly word: string;
  readonly weight: number;
  readonly asks: boolean;
}

/** One row of a trained map, as a question: which other word gets the most? */
export interface Row {
  readonly shares: readonly Share[];
  /** The words that may be chosen, and which of them is so. */
  readonly options: readonly { readonly say: string; readonly because: string }[];
  readonly answer: number;
}

/** @param layer Counted from 1, as figures count, and so is `head`. The Markdown step has seen that they and the word are there. */
export const rowOf = keep('row', (sentence: string, word: string, layer: number, head: number): Row => {
  const { pieces, layers } = readAtBuild(sentence);
  const labels = labelsOf(pieces);
  const query = labels.indexOf(word);
  const weights = headWeights(layers[layer - 1]!, head - 1);
  const shares = labels.map((label, key) => ({
    word: label,
    weight: weights[query * labels.length + key]!,
    asks: key === query,
  }));
  const others = shares.filter(({ asks }) => !asks);
  const most = Math.max(...others.map(({ weight }) => weight));
  return {
    shares,
    options: others.map((share) => ({
      say: share.word,
      because: `“${word}” gives “${share.word}” a share of ${showWeight(share.weight)}.`,
    })),
    answer: others.findIndex(({ weight }) => weight === most),
  };
});
