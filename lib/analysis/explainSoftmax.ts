/** One weight of a softmax, taken apart. */
export interface SoftmaxExplained {
  /** The row's largest score, taken off each before the exponential. */
  readonly largest: number;
  /** Each score less the largest: 0 or below. */
  readonly shifted: readonly number[];
  /** e to each of them: 1 for the largest, less for the others. */
  readonly powers: readonly number[];
  /** What the powers sum to. */
  readonly total: number;
  /** This key's power. */
  readonly power: number;
  /** Its share in the total. */
  readonly weight: number;
}

/**
 * Takes one attention weight apart, with the shift by the largest score as {@link softmaxRow} makes it.
 *
 * @param scores One query's m scaled scores, finite.
 * @param key Whose weight, counted from 0.
 * @returns Every number on the way, in float64: rounded to float32, `weight` is that of {@link softmaxRow}.
 * @throws RangeError when there is no such key.
 * @see Milakov & Gimelshein 2018, section 2.
 */
export function explainSoftmax(scores: ArrayLike<number>, key: number): SoftmaxExplained {
  if (!(Number.isInteger(key) && key >= 0 && key < scores.length))
    throw new RangeError(
      `There is no key ${key} in a row of ${scores.length}: keys run from 0 to ${scores.length - 1}.`,
    );
  const row = Array.from(scores);
  const largest = Math.max(...row);
  const shifted = row.map((score) => score - largest);
  const powers = shifted.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const power = powers[key]!;
  return { largest, shifted, powers, total, power, weight: power / total };
}
