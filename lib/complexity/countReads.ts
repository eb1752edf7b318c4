import type { Tensor } from '../tensor.ts';

/** A tensor that counts. */
export interface CountedTensor extends Tensor {
  /** How often one of its numbers has been read since it was made. */
  readonly reads: number;
}

/**
 * A tensor that is read like any other and counts the readings, so that the operations of
 * the library's own loops can be counted while they run, with no second copy of the loops.
 *
 * Every multiply–add of a matrix product reads one number of its right-hand matrix (B in
 * A·B, the keys in QKᵀ, the values in A·V) and nothing else in the library reads that
 * matrix: its reads are the multiply–adds. A loop that reads twice, skips or hoists changes
 * the count.
 *
 * @param x (…), any shape; its numbers are shared, not copied.
 * @throws TypeError, when used, on any other way to get at the numbers than index, `length`
 *   and `subarray`: it would go uncounted.
 */
export function countReads(x: Tensor): CountedTensor {
  let reads = 0;
  const watch = (numbers: Float32Array): Float32Array =>
    new Proxy(numbers, {
      get(target, key) {
        if (key === 'length') return target.length;
        if (key === 'subarray') return (from?: number, to?: number) => watch(target.subarray(from, to));
        const index = typeof key === 'string' ? Number(key) : NaN;
        if (!Number.isInteger(index))
          throw new TypeError(
            `A counted tensor cannot count what ${String(key)} reads: read it by index, or through subarray.`,
          );
        reads++;
        return target[index];
      },
    });
  return {
    data: watch(x.data),
    shape: x.shape,
    get reads() {
      return reads;
    },
  };
}
