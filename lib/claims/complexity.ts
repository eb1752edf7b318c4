import { tiledAttention } from '../attention/tiledAttention.ts';
import { countAttention, countRecurrence } from '../complexity/counted.ts';
import { runInputs } from '../complexity/implementations.ts';
import { tiledBytes, weightsBytes } from '../complexity/memory.ts';
import { attentionOperations, balancedLength } from '../complexity/operations.ts';
import { fitPowerLaw } from '../complexity/powerLaw.ts';
import { windowSide } from '../complexity/runs.ts';
import { cacheBytes, mistral7B, writingProducts } from '../complexity/decoder.ts';
import type { Claim } from './claim.ts';

const doublings = (from: number, to: number): number[] =>
  Array.from({ length: Math.log2(to / from) + 1 }, (_, step) => from * 2 ** step);

/** The exponent of a count over lengths that double. */
function exponentOf(count: (n: number) => number, lengths: readonly number[]): number {
  return fitPowerLaw(lengths.map((n) => ({ n, value: count(n) }))).exponent;
}

/** Whole numbers of steps have their exponent up to the last bits of a logarithm. */
const exactly = (equals: number) => ({ equals, within: 1e-9 });

/** Exponents of what is counted: time is measured in the page, and belongs to a machine. */
export const complexityClaims: readonly Claim[] = [
  {
    id: 'attention-products-exponent',
    says: 'the power of n that the multiply–adds of QKᵀ and A·V grow with, counted while the library ran',
    badge: 'computed',
    theory: { ...exactly(2), because: 'each of n queries meets each of n keys, and mixes each of n values: 2n²d' },
    decimals: 2,
    measure: () => exponentOf((n) => countAttention(n, 4).products, doublings(8, 128)),
  },
  {
    id: 'recurrence-exponent',
    says: 'the power of n that the multiply–adds of a recurrence grow with, counted while the library ran',
    badge: 'computed',
    theory: { ...exactly(1), because: 'every one of n steps goes through the same two d × d matrices: 2nd²' },
    decimals: 2,
    measure: () => exponentOf((n) => countRecurrence(n, 8), doublings(8, 128)),
  },
  {
    id: 'balanced-layer-exponent',
    says: 'the power of n that a whole attention layer of 512 features grows with around n = 1,024, projections included',
    badge: 'computed',
    theory: {
      ...exactly(1.5),
      because:
        'at n = 2d products and projections cost the same; n² and n weigh alike there, and around it in logarithms',
    },
    decimals: 2,
    measure: () =>
      exponentOf((n) => attentionOperations(n, 512).total, doublings(balancedLength(512) / 4, balancedLength(512) * 4)),
  },
  {
    id: 'windowed-tiles-exponent',
    says: `the power of n that attention in a window of ${windowSide} positions to either side grows with, in tiles that the library computed`,
    badge: 'computed',
    // A row of t tiles has 3t − 2 of them in the window: the slope lies between 1 and 3t / (3t − 2), t = 64 or more.
    theory: {
      equals: 1,
      within: 192 / 190 - 1,
      because: 'a tile of queries meets three tiles of keys, wherever it stands; the two at the ends meet two',
    },
    decimals: 2,
    measure: () =>
      exponentOf(
        (n) => {
          const { Q, K, V } = runInputs(n, 1);
          return tiledAttention(Q, K, V, { tile: windowSide, window: [windowSide, windowSide] }).tiles;
        },
        doublings(64 * windowSide, 512 * windowSide),
      ),
  },
  {
    id: 'weights-memory-exponent',
    says: 'the power of n that the bytes of one head’s weights grow with',
    badge: 'computed',
    theory: { ...exactly(2), because: 'a weight for each pair of query and key: 4n² bytes' },
    decimals: 2,
    measure: () => exponentOf(weightsBytes, doublings(2 ** 16, 2 ** 20)),
  },
  {
    id: 'tiled-memory-exponent',
    says: 'the power of n that the bytes tiled attention holds in their place grow with, from n = 65,536',
    badge: 'computed',
    // At n = 2¹⁶ the tile itself, 4·64² bytes, is still 3 in 100 of 8n: no slope there is further from 1.
    theory: {
      equals: 1,
      within: (4 * 64 ** 2) / (8 * 2 ** 16),
      because: 'a running maximum and a running total for each query: 8n bytes, beside one tile that stays as it is',
    },
    decimals: 2,
    measure: () => exponentOf((n) => tiledBytes(n), doublings(2 ** 16, 2 ** 20)),
  },
  {
    id: 'writing-cached-exponent',
    says: 'the power of n that the multiply–adds of both products grow with while n positions are written with a cache, from n = 1,024',
    badge: 'computed',
    // The slope of n(n + 1) is 1 + n/(n + 1): at 1,024 a thousandth below 2.
    theory: {
      equals: 2,
      within: 1e-3,
      because: 'step t compares one query with t keys, and 1 + 2 + … + n is n(n + 1)/2',
    },
    decimals: 2,
    measure: () => exponentOf((n) => writingProducts(n, 1, true), doublings(2 ** 10, 2 ** 14)),
  },
  {
    id: 'writing-uncached-exponent',
    says: 'the same without a cache, where each step computes all of its text again',
    badge: 'computed',
    theory: {
      equals: 3,
      within: 3e-3,
      because:
        'step t compares t queries with their keys, t(t + 1)/2 pairs, and n such steps add up to n(n + 1)(n + 2)/6',
    },
    decimals: 2,
    measure: () => exponentOf((n) => writingProducts(n, 1, false), doublings(2 ** 10, 2 ** 14)),
  },
  {
    id: 'cache-kilobytes',
    says: 'the kilobytes of keys and values that a model of the shape of Mistral 7B keeps of one position, in 16 bits',
    badge: 'computed',
    theory: {
      equals: 131.072,
      within: 0,
      because: '32 layers of 8 heads keep a key and a value of 128 numbers each, at 2 bytes a number',
    },
    decimals: 0,
    measure: () => cacheBytes(mistral7B, 1) / 1000,
  },
  {
    id: 'cache-ungrouped-kilobytes',
    says: 'the same if each of its 32 heads of queries had keys and values of its own',
    badge: 'computed',
    theory: { equals: 524.288, within: 0, because: 'four times as many heads keep four times as much' },
    decimals: 0,
    measure: () => cacheBytes({ ...mistral7B, keyHeads: mistral7B.heads }, 1) / 1000,
  },
];
