/**
 * A dense array of numbers with a shape, row-major: the last axis varies fastest.
 * In attention the last two axes are (position, feature) and any axes before
 * them are batch and head.
 */
export interface Tensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** How many numbers a shape holds: the product of its axes, 1 for no axes. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, axis) => size * axis, 1);
}

/** A shape as the error sentences and the page write it: `(2, 4, 8)`. */
export function showShape(shape: readonly number[]): string {
  return `(${shape.join(', ')})`;
}

/**
 * Wraps numbers in a shape.
 *
 * @param data `sizeOf(shape)` numbers, row-major; plain numbers are rounded to float32.
 * @param shape Its axes, the last varying fastest: (…, position, feature) in attention.
 * @returns A tensor (…) of that shape; a Float32Array is shared, not copied.
 * @throws RangeError when the count of numbers and the shape disagree, or an axis is not a whole number.
 */
export function tensor(data: Float32Array | readonly number[], shape: readonly number[]): Tensor {
  if (!shape.every((axis) => Number.isInteger(axis) && axis >= 0))
    throw new RangeError(`Shape ${showShape(shape)} has an axis that is not a whole number.`);
  if (data.length !== sizeOf(shape))
    throw new RangeError(`Shape ${showShape(shape)} holds ${sizeOf(shape)} numbers, but ${data.length} were given.`);
  return { data: data instanceof Float32Array ? data : Float32Array.from(data), shape };
}
