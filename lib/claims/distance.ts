import { distanceNorms, drawLayers, factorPerStep, type Layer } from '../baselines/distanceGradient.ts';
import type { Claim } from './claim.ts';

const seed = 7;
const asked = { n: 48, d: 16, gain: 0.9, bias: 3, seed };

function norms(layer: Layer, changed: Partial<typeof asked> = {}): number[] {
  const { X, read } = drawLayers({ ...asked, ...changed });
  return distanceNorms(X, read(layer));
}

/** How many sequences the ratio of far to near is a mean over. */
const sequences = 40;

/** The mean norm at distances 32 to 47 over that at 1 to 16: each 16 positions. */
function farToNear(seed: number): number {
  const found = norms('attention', { seed });
  const mean = (from: number): number => found.slice(from, from + 16).reduce((sum, norm) => sum + norm, 0) / 16;
  return mean(32) / mean(1);
}

/** How many draws the band of the exploding gradient is taken from. */
const draws = 100;
let exploded: readonly number[] | undefined;

/** The gradient 47 steps away over that at no distance, at a gain of 1.5: the share `quantile` of all draws is below it. */
function explodedAt(quantile: number): number {
  exploded ??= Array.from({ length: draws }, (_, at) => {
    const found = norms('tanh', { gain: 1.5, seed: seed + at });
    return found[47]! / found[0]!;
  }).sort((a, b) => a - b);
  return exploded[Math.round(quantile * (draws - 1))]!;
}

export const distanceClaims: readonly Claim[] = [
  {
    id: 'tanh-gradient-factor',
    says: 'the factor by which the gradient of a tanh recurrence shrinks with each step of distance, fitted over 48 positions, recurrent matrix 0.9 times an orthogonal one',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 0.9,
      because:
        'a step back is a product with the recurrent matrix, all of whose singular values are 0.9, and with slopes of tanh, which are at most 1 (Pascanu et al. 2013)',
    },
    decimals: 2,
    measure: () => factorPerStep(norms('tanh')),
  },
  {
    id: 'tanh-gradient-vanished',
    says: 'the gradient of the same recurrence 47 steps away, as a share of that at no distance',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 0.9 ** 47 / 0.7,
      because:
        '0.9⁴⁷ is 0.7%, and what it is a share of has the last slopes of tanh in it: their root mean square is above 0.7, for the states have a variance of about 0.05',
    },
    decimals: 2,
    percent: true,
    measure: () => {
      const found = norms('tanh');
      return found[47]! / found[0]!;
    },
  },
  {
    id: 'tanh-gradient-exploded',
    says: `how many times as large as at no distance the gradient of the same recurrence is 47 steps away, once its matrix is 1.5 times an orthogonal one: the median of ${draws} draws`,
    badge: 'seeded random',
    seed,
    theory: {
      atLeast: 1,
      because:
        'while the states are small each step back multiplies by nearly 1.5; tanh, once saturated, holds it far below 1.5⁴⁷, which is 190 million',
    },
    decimals: 0,
    measure: () => explodedAt(0.5),
  },
  {
    id: 'tanh-gradient-exploded-low',
    says: 'the same, exceeded in 19 draws of 20',
    badge: 'seeded random',
    seed,
    theory: { atLeast: 1, because: 'saturation slows the growth down; it rarely turns it round' },
    decimals: 0,
    measure: () => explodedAt(0.05),
  },
  {
    id: 'tanh-gradient-exploded-high',
    says: 'the same, exceeded in 1 draw of 20',
    badge: 'seeded random',
    seed,
    theory: {
      atMost: 1.9e8,
      because:
        'a step back multiplies by 1.5, the singular value of the matrix, and by slopes of tanh, which are at most 1: 1.5⁴⁷ is 190 million, and saturation keeps it far below',
    },
    decimals: 0,
    measure: () => explodedAt(0.95),
  },
  {
    id: 'gated-gradient-factor',
    says: 'the same factor for a gated recurrence with an update bias of 3, recurrent matrices 0.9 times orthogonal ones',
    badge: 'seeded random',
    seed,
    theory: {
      atLeast: 0.9,
      because:
        'the update gate alone carries σ(3) = 0.953 of a slope through each step, by no matrix; inputs move it by a few hundredths. tanh can have no more than 0.9',
    },
    decimals: 2,
    measure: () => factorPerStep(norms('gated')),
  },
  {
    id: 'attention-far-to-near',
    says: `attention’s mean gradient at distances 32 to 47 over that at 1 to 16, geometric mean over ${sequences} sequences`,
    badge: 'seeded random',
    seed,
    theory: {
      equals: 1,
      within: 0.3,
      because:
        'without a positional signal its inputs are exchangeable, so swapping far and near turns the ratio over and its logarithm has mean 0; that strays by 0.45 from sequence to sequence, by 0.07 for 40, and four such errors are allowed',
    },
    decimals: 2,
    measure: () => {
      const ratios = Array.from({ length: sequences }, (_, at) => Math.log(farToNear(seed + at)));
      return Math.exp(ratios.reduce((sum, ratio) => sum + ratio, 0) / sequences);
    },
  },
];
