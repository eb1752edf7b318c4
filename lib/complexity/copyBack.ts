import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { seededRandom } from '../random.ts';
import type { Tensor } from '../tensor.ts';

/** How far ahead the wanted score is: e⁻⁴⁰ of a weight is less than float32 can add to 1. */
const ahead = 40;

/** Symbols of the task; who cannot know guesses one in so many. */
export const symbols = 10;

/**
 * A stack of heads built by hand whose only task is to bring each position what stood
 * `distance` positions before it. A position is its own feature; a query is the feature of
 * the position it wants. A layer that sees `side` positions goes that far at most, and leaves
 * the rest of the way to the layers above it.
 *
 * @param values (n, dV)
 * @param layers Layers, one on top of the other.
 * @param side Positions that a layer sees to either side, or Infinity for all of them.
 * @returns (n, dV); the first `distance` rows have nothing to copy, and mean nothing.
 * @throws RangeError when values do not have two axes.
 */
export function copyBack(values: Tensor, distance: number, layers: number, side: number): Tensor {
  const [n] = values.shape as [number];
  if (values.shape.length !== 2)
    throw new RangeError('Values need the two axes (position, feature): give one sequence at a time.');
  const asking = (back: number): Tensor => {
    const data = new Float32Array(n * n);
    for (let i = back; i < n; i++) data[i * n + i - back] = 1;
    return { data, shape: [n, n] };
  };
  const K = asking(0);
  const window = Number.isFinite(side) ? ([side, side] as const) : undefined;
  let copied = values;
  let left = distance;
  for (let layer = 0; layer < layers; layer++) {
    const back = Math.min(left, side);
    copied = scaledDotProductAttention(asking(back), K, copied, { scale: ahead, window }).output;
    left -= back;
  }
  return copied;
}

/**
 * How often such a stack answers right, in sequences of random symbols: the symbol it gives
 * most to is its answer.
 *
 * @returns A share of all positions that have one `distance` before them, in [0, 1].
 * @throws RangeError when no position has one.
 */
export function copyAccuracy(asked: {
  readonly n: number;
  readonly distance: number;
  readonly layers: number;
  readonly side: number;
  readonly sequences: number;
  readonly seed: number;
}): number {
  const { n, distance, layers, side, sequences } = asked;
  if (!(distance >= 0 && distance < n))
    throw new RangeError(`Nothing lies ${distance} positions back in ${n}: give a distance from 0 to ${n - 1}.`);
  const random = seededRandom(asked.seed);
  let right = 0;
  for (let sequence = 0; sequence < sequences; sequence++) {
    const drawn = Array.from({ length: n }, () => Math.floor(symbols * random()));
    const data = new Float32Array(n * symbols);
    drawn.forEach((symbol, i) => (data[i * symbols + symbol] = 1));
    const { data: given } = copyBack({ data, shape: [n, symbols] }, distance, layers, side);
    for (let i = distance; i < n; i++) {
      const row = given.subarray(i * symbols, (i + 1) * symbols);
      if (row.indexOf(Math.max(...row)) === drawn[i - distance]) right++;
    }
  }
  return right / (sequences * (n - distance));
}
