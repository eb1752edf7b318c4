/**
 * SentencePiece's unigram segmentation (Kudo & Richardson 2018, section 3.1; Kudo 2018,
 * section 3.2): of all ways to cut a text into known pieces, the one whose log
 * probabilities sum highest, found by Viterbi's algorithm.
 *
 * It follows the official tokenizer of the model (@tensorflow-models/universal-sentence-encoder
 * 1.3.3) to the letter, its quirks included, since the weights were served with it:
 * an unknown character costs nothing, and a position that no piece ends at counts as a
 * sum of 0.
 */
import { unknownId } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Tokens {
  /** The text of each token. A piece that starts a word carries the mark ▁; an unknown one is its own text. */
  readonly pieces: readonly string[];
  /** The id of each token, `unknownId` where the model does not know it. */
  readonly ids: readonly number[];
}

/** Stands for a space, and opens every text. */
export const wordMark = '▁';

/**
 * Cuts a sentence into the model's pieces.
 *
 * @param sentence Any text. It is normalised by Unicode's NFKC first. Empty text has no tokens.
 * @returns Pieces that, joined, are the normalised text with ▁ for spaces.
 */
export function tokenize(sentence: string, vocabulary: Vocabulary): Tokens {
  const normalized = sentence.normalize('NFKC');
  if (normalized === '') return { pieces: [], ids: [] };
  const symbols = Array.from(wordMark + normalized.replaceAll(' ', wordMark));
  const { best, lengths } = viterbi(symbols, vocabulary);

  const pieces: string[] = [];
  const ids: number[] = [];
  for (let end = symbols.length; end > 0; end -= lengths[end]!) {
    const id = best[end]!;
    const text = symbols.slice(end - lengths[end]!, end).join('');
    // Unknown characters side by side are one token to the model.
    if (id === unknownId && ids.at(-1) === unknownId) pieces[pieces.length - 1] = text + pieces.at(-1)!;
    else {
      pieces.push(text);
      ids.push(id);
    }
  }
  return { pieces: pieces.reverse(), ids: ids.reverse() };
}

/** For each position in the text, the piece that best ends there and its length in symbols. */
function viterbi(symbols: readonly string[], vocabulary: Vocabulary): { best: Int32Array; lengths: Int32Array } {
  const sums = new Float64Array(symbols.length + 1);
  const best = new Int32Array(symbols.length + 1).fill(unknownId);
  const lengths = new Int32Array(symbols.length + 1).fill(1);

  const offer = (start: number, end: number, id: number): void => {
    const sum = sums[start]! + (id === unknownId ? 0 : vocabulary.scores[id]!);
    if (sums[end] !== 0 && sum < sums[end]!) return;
    sums[end] = sum;
    best[end] = id;
    lengths[end] = end - start;
  };

  for (let start = 0; start < symbols.length; start++) {
    let known = false;
    let piece = '';
    const limit = Math.min(symbols.length, start + vocabulary.longest);
    for (let end = start + 1; end <= limit; end++) {
      piece += symbols[end - 1]!;
      const id = vocabulary.ids.get(piece);
      if (id === undefined) continue;
      known = true;
      offer(start, end, id);
    }
    if (!known) offer(start, start + 1, unknownId);
  }
  return { best, lengths };
}
