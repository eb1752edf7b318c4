import type { Tensor } from '../tensor.ts';

/**
 * What each step of a recurrence had before it: the states, one step late.
 *
 * @param states (n, d), the state after each input.
 * @param first (d), the state before the first input; default zeros.
 * @returns (n, d)
 */
export function statesBefore({ data, shape }: Tensor, first?: Tensor): Tensor {
  const d = shape[1]!;
  const before = new Float32Array(data.length);
  if (first) before.set(first.data);
  before.set(data.subarray(0, data.length - d), d);
  return { data: before, shape };
}
