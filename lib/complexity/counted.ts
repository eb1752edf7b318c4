import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { joinHeads, splitHeads } from '../attention/heads.ts';
import { multiHeadAttention } from '../attention/multiHeadAttention.ts';
import type { Window } from '../attention/mayAttend.ts';
import { gatedRecurrence } from '../baselines/gatedRecurrence.ts';
import { recurrence } from '../baselines/recurrence.ts';
import { largestDifference } from '../largestDifference.ts';
import { matmul } from '../matmul.ts';
import { seededNormal } from '../random.ts';
import { sizeOf, tensor, type Tensor } from '../tensor.ts';
import { countReads, type CountedTensor } from './countReads.ts';
import type { AttentionOperations } from './operations.ts';

/** Which numbers go in does not change how often they are used: they are seeded, with seed 1. */
function maker(): (...shape: number[]) => Tensor {
  const normal = seededNormal(1);
  return (...shape) => tensor(Array.from({ length: sizeOf(shape) }, normal), shape);
}

const sum = (counted: readonly CountedTensor[]): number => counted.reduce((total, { reads }) => total + reads, 0);

/**
 * Runs a self-attention layer of the library and counts its multiply–adds as they happen:
 * once with counted projections, once with its queries, keys and values counted.
 *
 * @param n Positions. @param d Features. @param heads Must divide d. @param window As attention takes it.
 * @returns The counts, and how far the second run's output is from the first's (0: the same).
 * @throws RangeError when the heads do not divide d, the window is not usable, or a size is not a whole number ≥ 1.
 */
export function countAttention(
  n: number,
  d: number,
  heads = 1,
  window?: Window,
): AttentionOperations & { readonly difference: number } {
  const make = maker();
  const X = make(n, d);
  const [WQ, WK, WV, WO] = [make(d, d), make(d, d), make(d, d), make(d, d)];

  const matrices = [WQ, WK, WV, WO].map(countReads) as [CountedTensor, CountedTensor, CountedTensor, CountedTensor];
  const [countedWQ, countedWK, countedWV, countedWO] = matrices;
  const layer = multiHeadAttention(
    X,
    { heads, WQ: countedWQ, WK: countedWK, WV: countedWV, WO: countedWO },
    { window },
  );

  const Q = splitHeads(matmul(X, WQ), heads);
  const [K, V] = [countReads(layer.K), countReads(layer.V)];
  const { output } = scaledDotProductAttention(Q, K, V, { window });

  const { size: difference } = largestDifference(layer.output.data, matmul(joinHeads(output), WO).data);
  const projections = sum(matrices);
  const products = K.reads + V.reads;
  return { scores: K.reads, mixing: V.reads, products, projections, total: products + projections, difference };
}

/**
 * Runs the library's recurrence over n positions of d features and counts its multiply–adds.
 *
 * @throws RangeError when n or d is not a whole number.
 */
export function countRecurrence(n: number, d: number): number {
  const make = maker();
  const matrices = [countReads(make(d, d)), countReads(make(d, d))] as const;
  recurrence(make(n, d), ...matrices);
  return sum(matrices);
}

/**
 * The same of a gated recurrence, a GRU.
 *
 * @throws RangeError when d is not a whole number.
 */
export function countGatedRecurrence(n: number, d: number): number {
  const make = maker();
  const [WZ, UZ, WR, UR, W, U] = Array.from({ length: 6 }, () => countReads(make(d, d))) as [
    CountedTensor,
    CountedTensor,
    CountedTensor,
    CountedTensor,
    CountedTensor,
    CountedTensor,
  ];
  gatedRecurrence(make(n, d), { WZ, UZ, WR, UR, W, U, bias: 0 });
  return sum([WZ, UZ, WR, UR, W, U]);
}

/**
 * Counts the multiply–adds of a convolution over n positions of d features, as the product
 * it is: each position's k neighbours laid side by side, times one matrix.
 *
 * @throws RangeError when a size is not a whole number.
 */
export function countConvolution(n: number, d: number, k: number): number {
  const make = maker();
  const kernel = countReads(make(k * d, d));
  matmul(make(n, k * d), kernel);
  return kernel.reads;
}
