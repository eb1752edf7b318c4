import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionSteps } from '../../../lib/walkthrough/attentionSteps.ts';
import { explain } from '../../../lib/walkthrough/explain.ts';
import type { ComputedName } from '../../../lib/walkthrough/matrices.ts';
import { isAmong, sourcesOf } from '../../../lib/walkthrough/sources.ts';
import { inputsUpTo } from './inputs.ts';

const computed: readonly ComputedName[] = ['Q', 'K', 'V', 'scores', 'scaled', 'weights', 'output'];
const steps = attentionSteps({
  X: [
    [1, 2],
    [3, 4],
  ],
  WQ: [
    [1, 0],
    [0, 1],
  ],
  WK: [
    [1, 1],
    [0, 2],
  ],
  WV: [[2], [-1]],
});

describe('explain', () => {
  it.each([2, 1e6])('reaches every number of every matrix to the last bit, inputs up to %d', (largest) => {
    fc.assert(
      fc.property(inputsUpTo(largest), (inputs) => {
        const all = attentionSteps(inputs);
        for (const matrix of computed) {
          const { data, shape } = all[matrix];
          const explained = Array.from(
            data,
            (_, index) =>
              explain(all, { matrix, row: Math.floor(index / shape[1]!), column: index % shape[1]! }).result,
          );
          expect(Float32Array.from(explained), matrix).toEqual(data);
        }
      }),
    );
  });

  it('gives the factors of a score, query first', () => {
    expect(explain(steps, { matrix: 'scores', row: 1, column: 0 })).toEqual({
      kind: 'product',
      terms: [
        { left: 3, right: 1, product: 3 },
        { left: 4, right: 5, product: 20 },
      ],
      sum: 23,
      result: 23,
    });
  });

  it('gives the divisor of a scaled score', () => {
    expect(explain(steps, { matrix: 'scaled', row: 1, column: 0 })).toMatchObject({
      kind: 'scaling',
      score: 23,
      dK: 2,
      root: Math.SQRT2,
    });
  });

  it('refuses a number that is not there', () => {
    expect(() => explain(steps, { matrix: 'output', row: 0, column: 1 })).toThrow(
      'output (2, 1) has no row 0 with a column 1',
    );
  });
});

describe('sourcesOf', () => {
  it('names the row and column that a product takes', () => {
    expect(sourcesOf({ matrix: 'K', row: 1, column: 0 })).toEqual([
      { matrix: 'X', row: 1 },
      { matrix: 'WK', column: 0 },
    ]);
    expect(sourcesOf({ matrix: 'output', row: 1, column: 0 })).toEqual([
      { matrix: 'weights', row: 1 },
      { matrix: 'V', column: 0 },
    ]);
  });

  it('takes a score’s key from a row of K', () => {
    expect(sourcesOf({ matrix: 'scores', row: 0, column: 1 })).toEqual([
      { matrix: 'Q', row: 0 },
      { matrix: 'K', row: 1 },
    ]);
  });

  it('knows no source of an input', () => {
    expect(sourcesOf({ matrix: 'X', row: 0, column: 0 })).toEqual([]);
  });

  // What a number depends on is found by changing each number of the matrix before it.
  it('names all that a number depends on, and nothing else', () => {
    const inputs = {
      X: [
        [1, 2],
        [3, 4],
      ],
      WQ: [
        [1, 0.5],
        [2, 1],
      ],
      WK: [
        [1, 1],
        [0.5, 2],
      ],
      WV: [
        [2, 1],
        [-1, 3],
      ],
    };
    for (const name of ['X', 'WQ'] as const)
      for (const row of [0, 1])
        for (const column of [0, 1]) {
          const nudged = inputs[name].map((numbers, i) =>
            numbers.map((number, j) => (i === row && j === column ? number + 1 : number)),
          );
          const [before, after] = [attentionSteps(inputs).Q, attentionSteps({ ...inputs, [name]: nudged }).Q];
          for (let index = 0; index < before.data.length; index++) {
            const sources = sourcesOf({ matrix: 'Q', row: Math.floor(index / 2), column: index % 2 });
            expect(isAmong(sources, { matrix: name, row, column })).toBe(before.data[index] !== after.data[index]);
          }
        }
  });
});
