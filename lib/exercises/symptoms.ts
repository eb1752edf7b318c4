import { meanSaturation, rowSums, saturationOf } from '../analysis/index.ts';
import { largestDifference } from '../largestDifference.ts';
import { weightsOf, type Given } from './clinic.ts';
import type { Shaped } from './exercise.ts';
import { seededRows } from './seeded-rows.ts';

/** As many queries as keys as features: then also a matrix that lies the wrong way round fits. */
const words = 6;
/** The last two are padding. */
export const inUse = 4;
export const featureCounts = [4, 16, 64] as const;
export const seed = 91;

const [Q, K] = [seededRows(seed, words, words), seededRows(seed + 1, words, words)];
const ofFeatures = (features: number, keys: number): Given => [
  seededRows(seed + 2, keys, features),
  seededRows(seed + 3, keys, features),
  false,
  keys,
];

/** What a function that makes weights is asked, to learn how it is. */
export const examination: readonly Given[] = [
  [Q, K, true, words],
  [Q, K, false, inUse],
  ofFeatures(4, words),
  ...featureCounts.map((features) => ofFeatures(features, 16)),
];

/** What it is found to do. */
export interface Symptoms {
  /** Under a causal mask, and with padding behind the fourth word. */
  readonly causal: Shaped;
  readonly padded: Shaped;
  /** The smallest and the largest sum of a row of these two. */
  readonly sums: readonly [number, number];
  /** Of six queries and six keys with four features. */
  readonly shape: readonly number[];
  /** The largest weight on a later word under the causal mask, and on padding. */
  readonly future: number;
  readonly padding: number;
  /** For each of `featureCounts`, the largest weight of a row, meaned over the rows. */
  readonly sharpness: readonly number[];
  /** How far a weight of those two maps is from the library's, at most. */
  readonly distance: number;
}

/** @param found What it gave for each part of the examination. */
export function symptomsOf(found: readonly Shaped[]): Symptoms {
  const [causal, padded, narrow, ...wide] = found as [Shaped, Shaped, Shaped];
  const largestAt = ({ numbers }: Shaped, isHidden: (i: number, j: number) => boolean): number =>
    Math.max(...numbers.filter((_, at) => isHidden(Math.floor(at / words), at % words)));
  const rows = ({ numbers, shape }: Shaped): number[][] =>
    Array.from({ length: shape[0]! }, (_, i) => numbers.slice(i * shape[1]!, (i + 1) * shape[1]!));
  const sums = [causal, padded].flatMap(({ numbers }) => rowSums(numbers, words));
  return {
    causal,
    padded,
    sums: [Math.min(...sums), Math.max(...sums)],
    shape: narrow.shape,
    future: largestAt(causal, (i, j) => j > i),
    padding: largestAt(padded, (_, j) => j >= inUse),
    sharpness: (wide as readonly Shaped[]).map((each) => meanSaturation(rows(each).map(saturationOf)).largest),
    distance: Math.max(
      ...[causal, padded].map(
        ({ numbers }, at) => largestDifference(numbers, weightsOf(examination[at]!).numbers).size,
      ),
    ),
  };
}

/** What it should be found to do. */
export const healthy = (): Symptoms => symptomsOf(examination.map(weightsOf));
