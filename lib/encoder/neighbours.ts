import { cosine } from '../cosine.ts';
import type { Tensor } from '../tensor.ts';

/**
 * Words by their vectors, with the mean of all vectors taken off. The mean is what
 * every word shares, and says nothing of any one of them (Mu & Viswanath 2018,
 * algorithm 1, step 1).
 */
export interface WordSpace {
  readonly words: readonly string[];
  /** `(n, width)`, each row less the mean. */
  readonly rows: readonly Float32Array[];
  readonly mean: Float32Array;
}

export interface Neighbour {
  readonly word: string;
  /** In [−1, 1], both vectors less the mean. */
  readonly cosine: number;
}

/**
 * Takes the mean of all vectors off each, and keeps it.
 *
 * @param words One a row.
 * @param vectors `(n, width)`, left as they are.
 * @throws RangeError when words and rows differ in number, or there are none.
 */
export function wordSpace(words: readonly string[], { data, shape }: Tensor): WordSpace {
  const [n = 0, width = 0] = shape;
  if (n === 0 || words.length !== n)
    throw new RangeError(`${words.length} words need as many vectors, at least one, but ${n} were given.`);
  const sums = new Float64Array(width);
  for (let i = 0; i < data.length; i++) sums[i % width]! += data[i]!;
  const mean = Float32Array.from(sums, (sum) => sum / n);
  return { words, mean, rows: words.map((_, i) => withoutMean(data.subarray(i * width, (i + 1) * width), mean)) };
}

/**
 * A vector as the space sees it: less the mean of the space.
 *
 * @param vector (width) @param mean (width)
 */
export function withoutMean(vector: Float32Array, mean: Float32Array): Float32Array {
  return vector.map((value, j) => value - mean[j]!);
}

/**
 * The words nearest to a vector by cosine, nearest first.
 *
 * @param vector `(width)`, with the mean still in it.
 * @param count How many to name.
 * @param leftOut Words that are not to be counted, usually the word itself.
 * @throws RangeError when the vector is not of the space's width, or is its very mean and so has no direction.
 */
export function neighbours(
  vector: Float32Array,
  space: WordSpace,
  count: number,
  leftOut: readonly string[] = [],
): Neighbour[] {
  const direction = withoutMean(vector, space.mean);
  return space.words
    .flatMap((word, i) => (leftOut.includes(word) ? [] : [{ word, cosine: cosine(direction, space.rows[i]!) }]))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
}
