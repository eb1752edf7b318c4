import type { Tensor } from '../tensor.ts';

/**
 * Scores with each row's mean taken off. Softmax does not see a number that is added to a
 * whole row, so these are all of the scores that the weights depend on: two score matrices
 * give the same weights exactly when their centred rows agree.
 *
 * @param scores (…, m), finite.
 * @returns (…, m), each row summing to 0.
 */
export function centreRows({ data, shape }: Tensor): Tensor {
  const m = shape.at(-1) ?? 1;
  const centred = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += m) {
    const row = data.subarray(start, start + m);
    const mean = row.reduce((sum, score) => sum + score, 0) / m;
    centred.set(
      row.map((score) => score - mean),
      start,
    );
  }
  return { data: centred, shape };
}
