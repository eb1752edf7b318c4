import { onlineSoftmax } from '../attention/onlineSoftmax.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { softmaxRow } from '../attention/softmax.ts';
import { tiledAttention } from '../attention/tiledAttention.ts';
import { unshiftedTotal } from '../analysis/unshiftedTotal.ts';
import { weightedSum } from '../attention/weightedSum.ts';
import { largestDifference } from '../largestDifference.ts';
import { seededNormal } from '../random.ts';
import { sizeOf, type Tensor } from '../tensor.ts';
import type { Claim } from './claim.ts';

const seed = 17;

function maker(): (...shape: number[]) => Tensor {
  const normal = seededNormal(seed);
  return (...shape) => ({ data: Float32Array.from({ length: sizeOf(shape) }, normal), shape });
}

export const onlineSoftmaxClaims: readonly Claim[] = [
  {
    id: 'online-softmax-difference',
    says: 'the largest difference between online softmax and softmax at once, at every stop of 100 random rows of 64 keys',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 1e-6,
      because:
        'they are the same sum in another order; ordinary weights are rounded to float32 once, and a mean of values of size 4 keeps that within 1e-6',
    },
    decimals: 7,
    measure: () => {
      const make = maker();
      let largest = 0;
      for (let row = 0; row < 100; row++) {
        const [scores, values] = [make(64).data, make(64, 4).data];
        for (const { seen, output } of onlineSoftmax(scores, values, 1 + (row % 8))) {
          const part = scores.subarray(0, seen);
          largest = Math.max(
            largest,
            largestDifference(output, weightedSum(softmaxRow(part), values.subarray(0, 4 * seen), part)).size,
          );
        }
      }
      return largest;
    },
  },
  {
    id: 'tiled-attention-difference',
    says: 'the largest difference between attention tile by tile and attention with all its weights, 256 positions, causal',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 1e-5,
      because: 'both round to float32 a handful of times, at 6e-8 each, numbers of size 4 at most',
    },
    decimals: 7,
    measure: () => {
      const make = maker();
      const [Q, K, V] = [make(256, 32), make(256, 32), make(256, 32)];
      return largestDifference(
        tiledAttention(Q, K, V, { causal: true }).output.data,
        scaledDotProductAttention(Q, K, V, { causal: true }).output.data,
      ).size;
    },
  },
  {
    id: 'causal-tiles',
    says: 'the share of tiles that causal attention computes, 512 positions in tiles of 64',
    badge: 'computed',
    theory: {
      equals: 36 / 64,
      within: 0,
      because: 'of 8 × 8 tiles those on and below the diagonal, 8 · 9 / 2 = 36, hold a pair that may attend',
    },
    decimals: 0,
    percent: true,
    measure: () => {
      const make = maker();
      const [Q, K, V] = [make(512, 2), make(512, 2), make(512, 2)];
      return (
        tiledAttention(Q, K, V, { causal: true }).tiles / tiledAttention(Q, K, V, { causal: true, skip: false }).tiles
      );
    },
  },
  {
    id: 'softmax-overflow',
    says: 'the score from which softmax without the shift by the maximum overflows float32',
    badge: 'computed',
    theory: {
      equals: Math.log(2 ** 128),
      within: 0.001,
      because: 'the end of float32 is 2¹²⁸, and ln 2¹²⁸ is 88.72; scores that large are themselves 0.000008 apart',
    },
    decimals: 1,
    measure: () => {
      let [fits, overflows] = [0, 1000];
      while (overflows - fits > 1e-4) {
        const middle = (fits + overflows) / 2;
        if (unshiftedTotal(Float32Array.of(middle)) === Infinity) overflows = middle;
        else fits = middle;
      }
      return overflows;
    },
  },
];
