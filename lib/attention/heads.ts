import { showShape, type Tensor } from '../tensor.ts';

/**
 * Cuts the features of each position into heads, and brings each head's positions together.
 *
 * @param x (…, n, heads · d)
 * @returns (…, heads, n, d)
 * @throws RangeError when the features cannot be shared out evenly; the sentence names the shape and the heads.
 * @see Vaswani et al. 2017, section 3.2.2.
 */
export function splitHeads(x: Tensor, heads: number): Tensor {
  const [n, features] = x.shape.slice(-2);
  if (features === undefined || !Number.isInteger(heads) || heads < 1 || features % heads !== 0)
    throw new RangeError(
      `Shape ${showShape(x.shape)} cannot be split into ${heads} heads: make its last axis a multiple of the heads.`,
    );
  const d = features / heads;
  return { data: swapMiddle(x.data, n!, heads, d), shape: [...x.shape.slice(0, -2), heads, n!, d] };
}

/**
 * Lays the heads of each position side by side again: the inverse of {@link splitHeads}.
 *
 * @param x (…, heads, n, d)
 * @returns (…, n, heads · d)
 * @throws RangeError when there is no head axis.
 */
export function joinHeads(x: Tensor): Tensor {
  const [heads, n, d] = x.shape.slice(-3);
  if (d === undefined) throw new RangeError(`Shape ${showShape(x.shape)} has no heads to join: give (…, heads, n, d).`);
  return { data: swapMiddle(x.data, heads!, n!, d), shape: [...x.shape.slice(0, -3), n!, heads! * d] };
}

/**
 * One head of many, on its own; its numbers are shared, not copied.
 *
 * @param x (heads, n, d)
 * @param head Counted from 0.
 * @returns (n, d)
 * @throws RangeError when there is no such head.
 */
export function headOf(x: Tensor, head: number): Tensor {
  const [heads = 0, n = 0, d = 0] = x.shape;
  if (x.shape.length !== 3 || !Number.isInteger(head) || head < 0 || head >= heads)
    throw new RangeError(
      `Shape ${showShape(x.shape)} has no head ${head}: give (heads, n, d) and a head from 0 to heads − 1.`,
    );
  return { data: x.data.subarray(head * n * d, (head + 1) * n * d), shape: [n, d] };
}

/** (…, a, b, d) → (…, b, a, d). */
function swapMiddle(data: Float32Array, a: number, b: number, d: number): Float32Array {
  const swapped = new Float32Array(data.length);
  for (let from = 0, block = 0; from < data.length; from += d, block++) {
    const [i, j] = [Math.floor(block / b) % a, block % b];
    const outer = Math.floor(block / (a * b));
    swapped.set(data.subarray(from, from + d), ((outer * b + j) * a + i) * d);
  }
  return swapped;
}
