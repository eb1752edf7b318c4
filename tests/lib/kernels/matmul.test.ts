import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastMatmul } from '../../../lib/kernels/matmul.ts';
import { matmul } from '../../../lib/matmul.ts';
import { seededNormal } from '../../../lib/random.ts';
import { tensor } from '../../../lib/tensor.ts';
import type { Tensor } from '../../../lib/tensor.ts';

function random(rows: number, columns: number, seed: number): Tensor {
  const normal = seededNormal(seed);
  return tensor(Float32Array.from({ length: rows * columns }, normal), [rows, columns]);
}

describe('the fast matrix product', () => {
  test('equals the readable one on any shape', () => {
    const axis = fc.integer({ min: 0, max: 13 });
    fc.assert(
      fc.property(axis, axis, axis, fc.integer(), (n, k, m, seed) => {
        const A = random(n, k, seed);
        const B = random(k, m, seed + 1);
        const fast = fastMatmul(A, B);
        const readable = matmul(A, B);
        expect(fast.shape).toEqual([n, m]);
        for (const [i, value] of readable.data.entries()) expect(fast.data[i]).toBeCloseTo(value, 5);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('equals the readable one on the encoder\u2019s largest shape', () => {
    const A = random(13, 1536, 1);
    const B = random(1536, 512, 2);
    const readable = matmul(A, B).data;
    const largest = fastMatmul(A, B).data.reduce((worst, value, i) => Math.max(worst, Math.abs(value - readable[i]!)), 0);
    expect(largest).toBeLessThan(1e-4);
  });

  test('refuses inner axes that differ, naming both shapes', () => {
    expect(() => fastMatmul(random(2, 3, 1), random(4, 5, 1))).toThrow('(2, 3) by (4, 5)');
    expect(() => fastMatmul(tensor([1, 2], [2]), random(2, 2, 1))).toThrow('(2) by (2, 2)');
  });
});
