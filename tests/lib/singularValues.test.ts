import { describe, expect, it } from 'vitest';
import { matmul } from '../../lib/matmul.ts';
import { seededNormal } from '../../lib/random.ts';
import { singularValues } from '../../lib/singularValues.ts';
import { tensor } from '../../lib/tensor.ts';

const normals = (count: number, seed: number): Float32Array => Float32Array.from({ length: count }, seededNormal(seed));
const rounded = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(5)) + 0);

describe('singularValues(A)', () => {
  it('of a diagonal matrix are its entries without sign, largest first', () => {
    expect(rounded(singularValues(tensor([1, 0, 0, 0, -3, 0, 0, 0, 2], [3, 3])))).toEqual([3, 2, 1]);
  });

  it('of [[1, 1], [0, 1]] are the golden ratio and its inverse', () => {
    const golden = (1 + Math.sqrt(5)) / 2;
    expect(rounded(singularValues(tensor([1, 1, 0, 1], [2, 2])))).toEqual(rounded([golden, 1 / golden]));
  });

  it('leave zeros where the matrix has no rank', () => {
    const A = matmul(tensor(normals(8, 3), [4, 2]), tensor(normals(8, 4), [2, 4]));
    const values = singularValues(A);
    expect(values[1]).toBeGreaterThan(0.1);
    expect(values[2]).toBeLessThan(1e-6);
    expect(values[3]).toBeLessThan(1e-6);
  });

  it('have squares that sum to the squares of all entries', () => {
    const A = tensor(normals(15, 5), [5, 3]);
    const squares = (numbers: Iterable<number>): number => [...numbers].reduce((sum, x) => sum + x * x, 0);
    expect(squares(singularValues(A))).toBeCloseTo(squares(A.data), 5);
  });

  it('refuses what is not a finite matrix', () => {
    expect(() => singularValues(tensor([1], [1]))).toThrow('(n, m)');
    expect(() => singularValues(tensor([1, NaN], [1, 2]))).toThrow('finite');
  });
});
