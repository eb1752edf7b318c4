import { describe, expect, it } from 'vitest';
import { plainStrided, spare, wasmStrided, type StridedKernel } from '../../../lib/kernels/stridedKernel.ts';
import { seededNormal } from '../../../lib/random.ts';

/** A (n, depth) and B (depth, m), drawn; A may lie on its side, and rows of B and C have 5 numbers too many. */
function product(kernel: StridedKernel, n: number, depth: number, m: number, onItsSide: boolean): number[][] {
  const normal = seededNormal(n + 10 * depth + 100 * m);
  const width = m + 5;
  const b = n * depth + spare(Math.max(n, depth));
  const c = b + depth * width + spare(width);
  kernel.reserve(c + n * width + spare(width));
  // What stands around the matrices must not show in the product.
  kernel.memory.fill(NaN);
  for (let at = 0; at < n * depth; at++) kernel.memory[at] = normal();
  for (let t = 0; t < depth; t++) for (let j = 0; j < m; j++) kernel.memory[b + t * width + j] = normal();
  kernel.multiply(0, onItsSide ? 1 : depth, onItsSide ? n : 1, b, width, c, width, n, depth, m);
  return Array.from({ length: n }, (_, i) => [...kernel.memory.subarray(c + i * width, c + i * width + m)]);
}

describe('The product of matrices as they lie', () => {
  it.each([
    [1, 1, 1],
    [4, 8, 8],
    [5, 3, 9],
    [18, 32, 18],
    [3, 70, 17],
  ])('(%i, %i) by (…, %i) is in WebAssembly what it is in TypeScript, bit for bit', (n, depth, m) => {
    for (const onItsSide of [false, true]) {
      const plain = product(plainStrided(), n, depth, m, onItsSide);
      expect(plain.flat().every(Number.isFinite)).toBe(true);
      expect(product(wasmStrided()!, n, depth, m, onItsSide)).toEqual(plain);
    }
  });

  it('keeps what it holds where its memory grows', () => {
    const kernel = wasmStrided()!;
    kernel.reserve(4);
    kernel.memory.set([1, 2, 3]);
    kernel.reserve(100_000);
    expect([...kernel.memory.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect(kernel.memory.length).toBeGreaterThanOrEqual(100_000);
  });
});
