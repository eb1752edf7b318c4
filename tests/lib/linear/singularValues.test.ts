import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, singularValues } from '../../../lib/linear/singularValues.ts';
import { matmul } from '../../../lib/matmul.ts';
import { seededNormal } from '../../../lib/random.ts';
import { sizeOf, tensor } from '../../../lib/tensor.ts';
import { transpose } from '../../../lib/transpose.ts';

const normal = (seed: number, ...shape: number[]) =>
  tensor(Array.from({ length: sizeOf(shape) }, seededNormal(seed)), shape);
const size = fc.integer({ min: 1, max: 12 });

const expectValues = (got: number[], wanted: number[], digits = 12) => {
  expect(got.length).toBe(wanted.length);
  wanted.forEach((value, at) => expect(got[at]).toBeCloseTo(value, digits));
};

describe('singularValues', () => {
  it('of a diagonal matrix are its sizes, largest first', () => {
    expectValues(singularValues(tensor([2, 0, 0, 0, -5, 0, 0, 0, 3], [3, 3])), [5, 3, 2]);
  });

  it('of [[4, 0], [3, −5]] are √40 and √10', () => {
    expectValues(singularValues(tensor([4, 0, 3, -5], [2, 2])), [Math.sqrt(40), Math.sqrt(10)]);
  });

  it('of [[3, 2, 2], [2, 3, −2]] are 5 and 3, as many as the shorter side', () => {
    const wide = tensor([3, 2, 2, 2, 3, -2], [2, 3]);
    expectValues(singularValues(wide), [5, 3]);
    expectValues(singularValues(transpose(wide)), [5, 3]);
  });

  it('of a rotation are 1', () => {
    const [c, s] = [0.6, 0.8];
    expectValues(singularValues(tensor([c, -s, s, c], [2, 2])), [1, 1], 6);
  });

  it('of a slight shear [[1, ε], [0, 1]] are (√(4 + ε²) ± ε) / 2', () => {
    const epsilon = 2 ** -10;
    const middle = Math.sqrt(4 + epsilon ** 2) / 2;
    expectValues(singularValues(tensor([1, epsilon, 0, 1], [2, 2])), [middle + epsilon / 2, middle - epsilon / 2]);
  });

  it('of the Hilbert matrix of size 3 are its known eigenvalues', () => {
    const hilbert = tensor(
      [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => 1 / (i + j + 1))),
      [3, 3],
    );
    expectValues(singularValues(hilbert), [1.408318927, 0.122327066, 0.00268734], 7);
  });

  it('have squares that sum to the squares of the entries', () => {
    fc.assert(
      fc.property(fc.nat(), size, size, (seed, n, m) => {
        const A = normal(seed, n, m);
        expect(Math.hypot(...singularValues(A)) / Math.hypot(...A.data)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('multiply to the size of the determinant', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const A = normal(seed, 2, 2);
        const [a, b, c, d] = A.data as unknown as [number, number, number, number];
        const [large, small] = singularValues(A) as [number, number];
        expect(large * small).toBeCloseTo(Math.abs(a * d - b * c), 10);
      }),
    );
  });

  it('are found for a matrix of zeros, an empty one and one of equal rows', () => {
    expect(singularValues(tensor([0, 0, 0, 0], [2, 2]))).toEqual([0, 0]);
    expect(singularValues(tensor([], [0, 3]))).toEqual([]);
    expectValues(singularValues(tensor(Array(12).fill(1), [4, 3])), [Math.sqrt(12), 0, 0]);
  });

  it('are refused of what is no matrix of finite numbers, naming the shape', () => {
    expect(() => singularValues(tensor([1, 2], [2]))).toThrow(/\(2\) has no singular values.*\(n, m\)/);
    expect(() => singularValues(tensor([1, NaN], [1, 2]))).toThrow(/finite/);
    expect(() => singularValues(tensor([-Infinity, 1], [1, 2]))).toThrow(RangeError);
  });
});

describe('rank', () => {
  it('of the identity is its size, of equal rows 1, of zeros 0', () => {
    expect(rank(tensor([1, 0, 0, 0, 1, 0, 0, 0, 1], [3, 3]))).toBe(3);
    expect(rank(tensor([1, 2, 3, 1, 2, 3], [2, 3]))).toBe(1);
    expect(rank(tensor([0, 0], [1, 2]))).toBe(0);
    expect(rank(tensor([], [0, 2]))).toBe(0);
  });

  it.each([1, 2, 3, 5, 8, 16])('of a random (24 × r) times (r × 20) is r = %i', (r) => {
    for (let seed = 0; seed < 20; seed++)
      expect(rank(matmul(normal(2 * seed, 24, r), normal(2 * seed + 1, r, 20)))).toBe(r);
  });

  it('counts only what is above the tolerance given', () => {
    const A = tensor([3, 0, 0, 0.01], [2, 2]);
    expect([rank(A), rank(A, 0.1), rank(A, 3)]).toEqual([2, 1, 0]);
  });
});
