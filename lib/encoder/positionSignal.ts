import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** The slowest wave turns by one radian in this many positions. */
const slowest = 10_000;

/** By how many radians a position each of the width/2 waves turns: geometrically from 1 to 1/10,000. */
export function signalFrequencies(width: number): number[] {
  const waves = width / 2;
  return Array.from({ length: waves }, (_, wave) => slowest ** (-wave / (waves - 1)));
}

/**
 * The signal that tells positions apart (Vaswani et al. 2017, section 3.5): waves of
 * geometrically falling frequency, from 1 radian a position to 1/10,000. As in the
 * model's own code, all sines come first and then all cosines, where the paper
 * interleaves them; since the next thing done is a learned linear map, the order is
 * free.
 *
 * @param width Even, and at least 4, so that there are two waves.
 * @returns `(n, width)`, each number in [−1, 1].
 * @throws RangeError for another width.
 */
export function positionSignal(n: number, width: number): Tensor {
  if (width < 4 || width % 2 !== 0)
    throw new RangeError(`A position signal of width ${width} has no pairs of waves. Give an even width of 4 or more.`);
  const waves = width / 2;
  const signal = new Float32Array(n * width);
  for (const [wave, frequency] of signalFrequencies(width).entries()) {
    for (let position = 0; position < n; position++) {
      signal[position * width + wave] = Math.sin(position * frequency);
      signal[position * width + waves + wave] = Math.cos(position * frequency);
    }
  }
  return tensor(signal, [n, width]);
}
