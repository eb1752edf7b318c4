import { showShape, sizeOf, type Tensor } from '../tensor.ts';
import { checkFilled } from './sizes.ts';

/** The keys and values of positions already read: K (…, p, dK) and V (…, p, dV). */
export interface KeyValueCache {
  readonly K: Tensor;
  readonly V: Tensor;
}

/**
 * Puts new positions behind the cached ones, along the axis before the last.
 *
 * @param past (…, p, d), p may be 0.
 * @param fresh (…, k, d)
 * @param name What the error calls the tensors: `K` or `V`.
 * @returns (…, p + k, d)
 * @throws RangeError when the two differ in any axis but the position.
 */
export function joinPositions(past: Tensor, fresh: Tensor, name: string): Tensor {
  checkFilled(`The cached ${name}`, past);
  checkFilled(name, fresh);
  const position = fresh.shape.length - 2;
  const fits =
    past.shape.length === fresh.shape.length &&
    past.shape.every((size, axis) => axis === position || size === fresh.shape[axis]);
  if (!fits || position < 0)
    throw new RangeError(
      `The cached ${name} ${showShape(past.shape)} cannot be continued by ${name} ${showShape(fresh.shape)}: ` +
        'make every axis but the one before the last equal.',
    );

  const [p, k, d] = [past.shape[position]!, fresh.shape[position]!, fresh.shape.at(-1)!];
  const shape = fresh.shape.with(position, p + k);
  const data = new Float32Array(sizeOf(shape));
  for (let head = 0; head < sizeOf(shape.slice(0, position)); head++) {
    const start = head * (p + k) * d;
    data.set(past.data.subarray(head * p * d, (head + 1) * p * d), start);
    data.set(fresh.data.subarray(head * k * d, (head + 1) * k * d), start + p * d);
  }
  return { data, shape };
}
