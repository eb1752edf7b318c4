import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { emptyRunning, runningOutput, updateRunning } from '../../../lib/attention/onlineSoftmax.ts';
import { scoreRow } from '../../../lib/attention/scores.ts';
import { softmaxRow } from '../../../lib/attention/softmax.ts';
import { fitPowerLaw, queriesHeld, storedTraffic, tiledTraffic } from '../../../lib/complexity/index.ts';
import { largestDifference } from '../../../lib/largestDifference.ts';
import { normal } from '../attention/arbitrary.ts';

/** A fast memory that counts what comes and goes, and refuses what it has no room for. */
class FastMemory {
  accesses = 0;
  #held = 0;
  readonly size: number;
  constructor(size: number) {
    this.size = size;
  }
  make(numbers: number): void {
    this.#held += numbers;
    if (this.#held > this.size) throw new Error(`${this.#held} numbers in a memory of ${this.size}.`);
  }
  drop(numbers: number): void {
    this.#held -= numbers;
  }
  load(from: Float32Array): Float32Array {
    this.make(from.length);
    this.accesses += from.length;
    return from;
  }
  store(into: Float32Array, at: number, numbers: ArrayLike<number>): void {
    this.accesses += numbers.length;
    into.set(numbers, at);
  }
}

const d = 4;
const inputs = (n: number) => ({ Q: normal(1, n, d), K: normal(2, n, d), V: normal(3, n, d) });
const rowOf = (x: Float32Array, i: number, width = d): Float32Array => x.subarray(i * width, (i + 1) * width);

/** A tile of queries stays, one key and one value at a time goes past. */
function tiled(n: number, M: number, { Q, K, V } = inputs(n)): { output: Float32Array; accesses: number } {
  const memory = new FastMemory(M);
  const output = new Float32Array(n * d);
  const held = queriesHeld(M, d);
  for (let i0 = 0; i0 < n; i0 += held) {
    const queries = Array.from({ length: Math.min(held, n - i0) }, (_, i) => memory.load(rowOf(Q.data, i0 + i)));
    memory.make(queries.length * (d + 2));
    const running = queries.map(() => emptyRunning(d));
    for (let j = 0; j < n; j++) {
      const [key, value] = [memory.load(rowOf(K.data, j)), memory.load(rowOf(V.data, j))];
      memory.make(1);
      queries.forEach((query, i) => {
        running[i] = updateRunning(running[i]!, scoreRow(query, key, 1 / Math.sqrt(d)), value);
      });
      memory.drop(2 * d + 1);
    }
    running.forEach((row, i) => memory.store(output, (i0 + i) * d, runningOutput(row)));
    memory.drop(queries.length * (2 * d + 2));
  }
  return { output, accesses: memory.accesses };
}

/** The same two products, with all scores and all weights in the large memory between them. */
function stored(n: number, M: number, { Q, K, V } = inputs(n)): { output: Float32Array; accesses: number } {
  const memory = new FastMemory(Infinity);
  const [scores, weights, output] = [new Float32Array(n * n), new Float32Array(n * n), new Float32Array(n * d)];
  const held = queriesHeld(M, d);
  for (let i0 = 0; i0 < n; i0 += held) {
    const rows = Array.from({ length: Math.min(held, n - i0) }, (_, i) => i0 + i);
    const queries = rows.map((i) => memory.load(rowOf(Q.data, i)));
    for (let j = 0; j < n; j++) {
      const key = memory.load(rowOf(K.data, j));
      rows.forEach((i, at) => memory.store(scores, i * n + j, scoreRow(queries[at]!, key, 1 / Math.sqrt(d))));
    }
  }
  for (let i = 0; i < n; i++) memory.store(weights, i * n, softmaxRow(memory.load(rowOf(scores, i, n))));
  for (let i0 = 0; i0 < n; i0 += held) {
    const rows = Array.from({ length: Math.min(held, n - i0) }, (_, i) => i0 + i);
    const sums = rows.map(() => new Float32Array(d));
    for (let j = 0; j < n; j++) {
      const value = memory.load(rowOf(V.data, j));
      rows.forEach((i, at) => {
        const [weight] = memory.load(weights.subarray(i * n + j, i * n + j + 1));
        value.forEach((x, f) => (sums[at]![f]! += weight! * x));
      });
    }
    rows.forEach((i, at) => memory.store(output, i * d, sums[at]!));
  }
  return { output, accesses: memory.accesses };
}

describe.each([
  ['tiledTraffic', tiled, tiledTraffic],
  ['storedTraffic', stored, storedTraffic],
] as const)('%s', (_, run, formula) => {
  it.each([
    [1, 19],
    [5, 19],
    [12, 40],
    [12, 64],
    [13, 64],
    [12, 500],
  ])('is what a loop reads and writes that has the answer of attention, n = %i, M = %i', (n, M) => {
    const { output, accesses } = run(n, M);
    const { Q, K, V } = inputs(n);
    expect(largestDifference(output, scaledDotProductAttention(Q, K, V).output.data).size).toBeLessThan(1e-6);
    expect(accesses).toBe(formula(n, d, M));
  });
});

describe('queriesHeld', () => {
  it('fills the memory, and would not fit one more', () => {
    for (const M of [19, 28, 29, 64, 1000]) {
      const needs = (queries: number): number => queries * (2 * d + 2) + 2 * d + 1;
      expect(needs(queriesHeld(M, d))).toBeLessThanOrEqual(M);
      expect(needs(queriesHeld(M, d) + 1)).toBeGreaterThan(M);
    }
  });
  it('says how much is needed for one', () => {
    expect(() => queriesHeld(18, d)).toThrow('give 19');
  });
});

it('falls with M as the theorem says, while M is between d and nd: n²d²/M', () => {
  const [n, d] = [2 ** 20, 64];
  const samples = [2 ** 12, 2 ** 14, 2 ** 16, 2 ** 18].map((M) => ({ n: M, value: tiledTraffic(n, d, M) }));
  expect(fitPowerLaw(samples).exponent).toBeCloseTo(-1, 1);
  expect(tiledTraffic(n, d, 4 * n * d)).toBe(4 * n * d);
});
