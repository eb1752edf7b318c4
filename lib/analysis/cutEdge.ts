/**
 * One query's weights with one of them taken away and the rest shared out anew, in the
 * proportions they had: what softmax gives where the key's score is −∞.
 *
 * @param weights m weights that sum to 1.
 * @param key Which to take away, counted from 0.
 * @returns m weights that sum to 1, the key's exactly 0; zeros where the key had all the weight there was.
 * @throws RangeError when there is no such key.
 */
export function cutEdge(weights: Float32Array, key: number): Float32Array {
  if (!Number.isInteger(key) || key < 0 || key >= weights.length)
    throw new RangeError(
      `There is no key ${key}: a row of ${weights.length} weights has keys 0 to ${weights.length - 1}.`,
    );
  const left = weights.slice();
  left[key] = 0;
  const sum = left.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? left : left.map((weight) => weight / sum);
}
