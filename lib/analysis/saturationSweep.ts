import { seededNormal, type Random } from '../random.ts';
import { spreadOf } from './dotProductVariance.ts';
import { meanSaturation, saturationOf, type Saturation } from './saturation.ts';
import { softmaxRow } from '../attention/softmax.ts';

/** One way of scoring, at one d. */
export interface MeasuredScores extends Saturation {
  /** Of the scores, over all queries and keys. */
  readonly variance: number;
}

/** The scores as they are, and divided by √d. */
export interface RawAndScaled<T> {
  readonly raw: T;
  readonly scaled: T;
}

export interface SaturationSweep {
  /** Numbers of components, rising. */
  readonly sizes: readonly number[];
  /** Queries drawn, each with m keys of its own. */
  readonly queries: number;
  readonly keys: number;
  readonly seed: number;
}

/**
 * The dot products of one random query with m random keys, all components standard normal,
 * over their first d components, for each d: a longer vector begins with the shorter one.
 *
 * @param sizes Values of d, rising.
 * @returns m scores for each d.
 */
export function randomScores(normal: Random, m: number, sizes: readonly number[]): RawAndScaled<Float32Array>[] {
  const dots = new Float64Array(m);
  let f = 0;
  return sizes.map((d) => {
    for (; f < d; f++) {
      const q = normal();
      for (let j = 0; j < m; j++) dots[j]! += q * normal();
    }
    return { raw: Float32Array.from(dots), scaled: Float32Array.from(dots, (dot) => dot / Math.sqrt(d)) };
  });
}

/**
 * Measures how scores spread, and softmax with them, as queries and keys get longer.
 *
 * @param sweep What to draw.
 * @returns What was measured at each d.
 * @see Vaswani et al. 2017, section 3.2.1.
 */
export function saturationSweep({ sizes, queries, keys, seed }: SaturationSweep): RawAndScaled<MeasuredScores>[] {
  const normal = seededNormal(seed);
  const rows = Array.from({ length: queries }, () => randomScores(normal, keys, sizes));
  return sizes.map((_, at) => {
    const measure = (way: keyof RawAndScaled<unknown>): MeasuredScores => {
      const scores = rows.map((row) => row[at]![way]);
      const { variance } = spreadOf(Float64Array.from(scores.flatMap((row) => [...row])));
      return { variance, ...meanSaturation(scores.map((row) => saturationOf(softmaxRow(row)))) };
    };
    return { raw: measure('raw'), scaled: measure('scaled') };
  });
}
