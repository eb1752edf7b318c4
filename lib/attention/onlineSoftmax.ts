/** What online softmax holds of one query between two tiles of keys, however many it has seen. */
export interface Running {
  /** Keys seen so far. */
  readonly seen: number;
  /** The largest score so far; −∞ before any. */
  readonly max: number;
  /** Σ exp(score − max) over the keys seen; 0 before any. */
  readonly sum: number;
  /** exp(old max − new max): what sum and accumulator were multiplied by when the last tile came. */
  readonly rescale: number;
  /** Σ exp(score − max) · value, dV numbers: the output, still to be divided by sum. */
  readonly accumulator: Float64Array;
}

/** {@link Running}, with the answer over the keys seen so far. */
export interface Stop extends Running {
  /** accumulator / sum, dV numbers in the unit of the values; zeros while every key was masked. */
  readonly output: Float64Array;
}

/** Before the first tile. */
export function emptyRunning(dV: number): Running {
  return { seen: 0, max: -Infinity, sum: 0, rescale: 1, accumulator: new Float64Array(dV) };
}

/**
 * Takes in one more tile of keys. All that came before was measured from the old maximum;
 * one factor moves it to the new one, and no score has to be kept.
 *
 * @param scores As many as the tile has keys; −∞ where masked, and its value is not touched.
 * @param values The tile's values, dV numbers each.
 */
// #region online-softmax
export function updateRunning(before: Running, scores: Float32Array, values: Float32Array): Running {
  const seen = before.seen + scores.length;
  let max = before.max;
  for (const score of scores) max = Math.max(max, score);
  if (max === -Infinity) return { ...before, seen, rescale: 1 }; // −∞ − −∞ would be NaN
  const rescale = Math.exp(before.max - max);
  let sum = rescale * before.sum;
  const accumulator = before.accumulator.map((part) => rescale * part);
  for (let j = 0; j < scores.length; j++) {
    if (scores[j] === -Infinity) continue;
    const power = Math.exp(scores[j]! - max);
    sum += power;
    for (let f = 0; f < accumulator.length; f++) accumulator[f]! += power * values[j * accumulator.length + f]!;
  }
  return { seen, max, sum, rescale, accumulator };
}
// #endregion online-softmax

/**
 * The answer over the keys seen so far.
 *
 * @param running As {@link updateRunning} left it.
 * @returns dV numbers: accumulator / sum, zeros while every key was masked.
 */
export function runningOutput({ accumulator, sum }: Running): Float64Array {
  return accumulator.map((part) => (sum === 0 ? 0 : part / sum));
}

/**
 * Softmax of one row and its weighted sum of values, tile by tile: every stop's output is
 * that of softmax over the keys seen so far, and the last is the answer.
 *
 * @param scores m scores of one query, finite, or −∞ where masked.
 * @param values m values of dV numbers each, one after another.
 * @param tile Keys taken in at a time; the last tile may be shorter.
 * @throws RangeError when the values do not share out among the scores, or a tile holds no key.
 * @see Milakov & Gimelshein 2018, algorithm 3 (a tile is one key) and section 3.1; Dao et al. 2022, algorithm 1, for the output carried along.
 */
export function* onlineSoftmax(scores: Float32Array, values: Float32Array, tile = 1): Generator<Stop, void> {
  const dV = values.length / scores.length;
  if (!Number.isInteger(dV))
    throw new RangeError(
      `${values.length} numbers of values do not share out among ${scores.length} scores: give each key as many.`,
    );
  if (!(Number.isInteger(tile) && tile >= 1))
    throw new RangeError(`A tile of ${tile} keys gets nowhere: give a whole number from 1.`);
  let running = emptyRunning(dV);
  for (let start = 0; start < scores.length; start += tile) {
    running = updateRunning(
      running,
      scores.subarray(start, start + tile),
      values.subarray(start * dV, (start + tile) * dV),
    );
    yield { ...running, output: runningOutput(running) };
  }
}
