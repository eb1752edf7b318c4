import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastMatmul } from '../../../lib/kernels/fastMatmul.ts';
import { matmul } from '../../../lib/matmul.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { normal } from '../attention/arbitrary.ts';
import { kernels } from './kernels.ts';

/** Within 1e-5 of the largest number of the product. */
function expectSame(got: Tensor, wanted: Tensor): void {
  expect(got.shape).toEqual(wanted.shape);
  const largest = wanted.data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const worst = got.data.reduce((most, x, i) => Math.max(most, Math.abs(x - wanted.data[i]!)), 0);
  expect(worst).toBeLessThanOrEqual(1e-5 * largest);
}

describe.each(Object.entries(kernels))('the fast matrix product with the kernel in %s', (_, kernel) => {
  test('equals the readable one on any shape', () => {
    const axis = fc.oneof(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 60, max: 140 }));
    fc.assert(
      fc.property(axis, axis, axis, fc.integer(), (n, k, m, seed) => {
        const [A, B] = [normal(seed, n, k), normal(seed + 1, k, m)];
        expectSame(fastMatmul(A, B, kernel), matmul(A, B));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('equals the readable one on the encoder’s largest shape', () => {
    const [A, B] = [normal(1, 13, 1536), normal(2, 1536, 512)];
    expectSame(fastMatmul(A, B, kernel), matmul(A, B));
  });

  test('refuses inner axes that differ, naming both shapes', () => {
    expect(() => fastMatmul(normal(1, 2, 3), normal(1, 4, 5), kernel)).toThrow('(2, 3) by (4, 5)');
    expect(() => fastMatmul({ data: new Float32Array(3), shape: [2, 2] }, normal(1, 2, 2), kernel)).toThrow(
      'A (2, 2) should hold 4 numbers, but holds 3',
    );
    expect(() => fastMatmul(tensor([1, 2], [2]), normal(1, 2, 2), kernel)).toThrow('(2) by (2, 2)');
  });
});
