import type { Tensor } from '../tensor.ts';
import { centreRows } from './centreRows.ts';

/**
 * The scores that softmax turns into given weights: their logarithms, which are fixed up to
 * a number added to each row, and so are given with every row's mean at 0.
 *
 * @param weights (…, m), each above 0.
 * @returns (…, m) scaled scores.
 * @throws RangeError when a weight is 0 or less: no finite score has that weight, a sequence of
 *   ever larger ones only comes near it.
 * @see Yang et al. 2018, "Breaking the softmax bottleneck", property 2.
 */
export function neededScores({ data, shape }: Tensor): Tensor {
  const wrong = data.find((weight) => !(weight > 0));
  if (wrong !== undefined)
    throw new RangeError(`A weight of ${wrong} is reached by no finite score: give weights above 0.`);
  return centreRows({ data: data.map(Math.log), shape });
}
