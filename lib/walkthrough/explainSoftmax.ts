/** One place of a softmax, taken apart. */
export interface SoftmaxExplained {
  /** The row's largest score, taken off each before the exponential. */
  readonly largest: number;
  /** Each score less the largest: 0 or below. */
  readonly shifted: readonly number[];
  /** e to each of them: 1 for the largest, less for the others. */
  readonly powers: readonly number[];
  /** What the powers sum to. */
  readonly total: number;
  /** This place's power. */
  readonly power: number;
  /** Its share in the total. */
  readonly weight: number;
}

/**
 * Takes one attention weight apart, with the shift by the largest score as the library makes it.
 *
 * @param row m finite scores.
 * @throws RangeError when there is no such place.
 * @see Milakov & Gimelshein 2018, section 2.
 */
export function explainSoftmax(row: ArrayLike<number>, place: number): SoftmaxExplained {
  if (!(Number.isInteger(place) && place >= 0 && place < row.length))
    throw new RangeError(`There is no place ${place} in a row of ${row.length}.`);
  const scores = Array.from(row);
  const largest = Math.max(...scores);
  const shifted = scores.map((score) => score - largest);
  const powers = shifted.map(Math.exp);
  const total = powers.reduce((sum, power) => sum + power, 0);
  const power = powers[place]!;
  return { largest, shifted, powers, total, power, weight: power / total };
}
