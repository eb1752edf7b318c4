import { fastMatmul } from '../kernels/fastMatmul.ts';
import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import type { Dense } from './weights.ts';

/** x·kernel + bias for each row: `(n, inputs)` to `(n, outputs)`. */
export function dense(x: Tensor, { kernel, bias }: Dense): Tensor {
  const y = fastMatmul(x, kernel);
  const width = bias.length;
  for (let start = 0; start < y.data.length; start += width)
    for (let j = 0; j < width; j++) y.data[start + j]! += bias[j]!;
  return y;
}

/** The larger of each number and 0, in place. */
export function relu(x: Tensor): Tensor {
  for (let i = 0; i < x.data.length; i++) if (x.data[i]! < 0) x.data[i] = 0;
  return x;
}

/** The sum of two tensors of one shape. */
export function add(a: Tensor, b: Tensor): Tensor {
  return tensor(
    a.data.map((value, i) => value + b.data[i]!),
    a.shape,
  );
}
