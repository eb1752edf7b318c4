import fc from 'fast-check';
import { expect } from 'vitest';
import { seededNormal } from '../../../lib/random.ts';
import { sizeOf, tensor, type Tensor } from '../../../lib/tensor.ts';

/** Standard normal numbers in a shape. */
export function normal(seed: number, ...shape: number[]): Tensor {
  return tensor(Array.from({ length: sizeOf(shape) }, seededNormal(seed)), shape);
}

export interface Inputs {
  readonly seed: number;
  readonly batch: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly n: number;
  readonly m: number;
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
}

/** Q, K and V of rank 4, of any small sizes, with grouped queries. */
export const inputs: fc.Arbitrary<Inputs> = fc
  .record({
    seed: fc.nat(),
    batch: fc.integer({ min: 1, max: 2 }),
    keyHeads: fc.integer({ min: 1, max: 2 }),
    group: fc.integer({ min: 1, max: 3 }),
    n: fc.integer({ min: 1, max: 5 }),
    m: fc.integer({ min: 1, max: 6 }),
    dK: fc.integer({ min: 1, max: 4 }),
    dV: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ seed, batch, keyHeads, group, n, m, dK, dV }) => ({
    seed,
    batch,
    heads: keyHeads * group,
    keyHeads,
    n,
    m,
    Q: normal(seed, batch, keyHeads * group, n, dK),
    K: normal(seed + 1, batch, keyHeads, m, dK),
    V: normal(seed + 2, batch, keyHeads, m, dV),
  }));

/** Keeps, in that order, the given positions: (…, n, d) → (…, positions.length, d). */
export function pick(x: Tensor, positions: readonly number[]): Tensor {
  const [n, d] = x.shape.slice(-2) as [number, number];
  const data: number[] = [];
  for (let start = 0; start < x.data.length; start += n * d)
    for (const i of positions) data.push(...x.data.subarray(start + i * d, start + (i + 1) * d));
  return tensor(data, x.shape.with(-2, positions.length));
}

export const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);

/** The rows along the last axis. */
export function rows(x: Tensor): number[][] {
  const m = x.shape.at(-1)!;
  return range(0, x.data.length / m).map((row) => [...x.data.subarray(row * m, (row + 1) * m)]);
}

export function expectClose(got: Tensor, wanted: Tensor, tolerance = 1e-5): void {
  expect(got.shape).toEqual(wanted.shape);
  const worst = got.data.reduce((max, x, i) => Math.max(max, Math.abs(x - wanted.data[i]!)), 0);
  expect(worst).toBeLessThan(tolerance);
}
