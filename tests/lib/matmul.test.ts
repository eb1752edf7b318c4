import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matmul } from '../../lib/matmul.ts';
import { tensor } from '../../lib/tensor.ts';
import { expectClose, normal } from './attention/arbitrary.ts';

describe('matmul', () => {
  it('mixes the rows of B by the rows of A', () => {
    const product = matmul(tensor([1, 2, 3, 4, 5, 6], [2, 3]), tensor([1, 2, 3, 4, 5, 6], [3, 2]));
    expect(product.shape).toEqual([2, 2]);
    expect([...product.data]).toEqual([22, 28, 49, 64]);
  });

  it('keeps the leading axes of A', () => {
    const [A, B] = [normal(1, 2, 3, 4, 5), normal(2, 5, 6)];
    const product = matmul(A, B);
    expect(product.shape).toEqual([2, 3, 4, 6]);
    expect([...product.data]).toEqual([...matmul(tensor(A.data, [24, 5]), B).data]);
  });

  it('takes a single row as a vector', () => {
    expect(matmul(tensor([1, 2], [2]), tensor([3, 4, 5, 6], [2, 2]))).toEqual(tensor([13, 16], [2]));
  });

  it('of no rows is empty, and over no shared axis is zeros', () => {
    expect(matmul(tensor([], [0, 2]), normal(1, 2, 3)).shape).toEqual([0, 3]);
    expect([...matmul(tensor([], [2, 0]), tensor([], [0, 2])).data]).toEqual([0, 0, 0, 0]);
  });

  it('is associative', () => {
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.nat(), size, size, size, size, (seed, n, k, l, p) => {
        const [A, B, C] = [normal(seed, n, k), normal(seed + 1, k, l), normal(seed + 2, l, p)];
        expectClose(matmul(matmul(A, B), C), matmul(A, matmul(B, C)), 1e-4);
      }),
    );
  });

  it('sums in float64', () => {
    expect(matmul(tensor([2 ** 24, 1, -(2 ** 24)], [1, 3]), tensor([1, 1, 1], [3, 1])).data[0]).toBe(1);
  });

  it('refuses inner axes that differ, naming both shapes', () => {
    expect(() => matmul(normal(1, 2, 3), normal(1, 4, 5))).toThrow(/\(2, 3\).*\(4, 5\).*transpose or reshape/);
    expect(() => matmul(normal(1, 2, 3), normal(1, 3))).toThrow(/\(2, 3\).*\(3\)/);
    expect(() => matmul(normal(1, 2, 3), normal(1, 3, 1, 1))).toThrow(RangeError);
  });
});
