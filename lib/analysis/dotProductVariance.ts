import { seededNormal } from '../random.ts';
import { scoreRow } from '../attention/scores.ts';

/** Mean and variance of a sample. */
export interface Spread {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The mean and the variance of a sample, the variance by n − 1.
 *
 * @param sample At least 2 numbers.
 */
export function spreadOf(sample: Float64Array): Spread {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  const squares = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, variance: squares / (sample.length - 1) };
}

/**
 * Draws many pairs of a query and a key, all components independent and standard normal,
 * and measures how their dot products spread: raw, and times 1/√d. In expectation the mean
 * is 0 and the variance d; scaled, it is 1.
 *
 * @param d Components of a query, and of a key.
 * @param samples Pairs, at least 2.
 * @param seed The same seed gives the same pairs.
 * @throws RangeError when d or samples is too small or not whole.
 * @see Vaswani et al. 2017, section 3.2.1, footnote 4.
 */
export function dotProductVariance(d: number, samples: number, seed: number): { raw: Spread; scaled: Spread } {
  if (!(Number.isInteger(d) && d >= 1 && Number.isInteger(samples) && samples >= 2))
    throw new RangeError(
      `A spread of ${samples} samples of ${d} components cannot be measured: give at least 2 of at least 1.`,
    );
  const normal = seededNormal(seed);
  const draw = () => new Float32Array(d).map(normal);
  const [raw, scaled] = [new Float64Array(samples), new Float64Array(samples)];
  for (let sample = 0; sample < samples; sample++) {
    const [query, key] = [draw(), draw()];
    raw[sample] = scoreRow(query, key, 1)[0]!;
    scaled[sample] = scoreRow(query, key, 1 / Math.sqrt(d))[0]!;
  }
  return { raw: spreadOf(raw), scaled: spreadOf(scaled) };
}

/**
 * By how much a variance measured on N dot products misses, as a standard error relative to
 * the true variance σ² = d. A sample variance has Var(s²) = (μ₄ − σ⁴ (N − 3)/(N − 1)) / N.
 * Given q, q·k is normal with variance |q|², so μ₄ = 3 E|q|⁴ = 3 (d² + 2d); hence
 *
 *     √Var(s²) / d = √((3 + 6/d − (N − 3)/(N − 1)) / N) ≈ √((2 + 6/d) / N).
 *
 * @see Mood, Graybill & Boes 1974, chapter VI, for the variance of s².
 */
export function varianceError(d: number, samples: number): number {
  return Math.sqrt((3 + 6 / d - (samples - 3) / (samples - 1)) / samples);
}
