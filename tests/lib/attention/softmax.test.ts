import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { softmax, softmaxRow } from '../../../lib/attention/index.ts';
import { tensor } from '../../../lib/tensor.ts';

const of = (...row: number[]) => [...softmaxRow(Float32Array.from(row))];
const someRow = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('softmaxRow', () => {
  it('of ln 1, ln 2, ln 5 is an eighth, a quarter and five eighths', () => {
    const [a, b, c] = of(Math.log(1), Math.log(2), Math.log(5));
    expect(a).toBeCloseTo(1 / 8, 6);
    expect(b).toBeCloseTo(2 / 8, 6);
    expect(c).toBeCloseTo(5 / 8, 6);
  });

  it('of equal numbers is uniform', () => {
    expect(of(3, 3, 3, 3)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('of one number is 1', () => {
    expect(of(-1e30)).toEqual([1]);
  });

  it('of a row of −∞ is zeros', () => {
    expect(of(-Infinity, -Infinity)).toEqual([0, 0]);
  });

  it('of an empty row is empty', () => {
    expect(of()).toEqual([]);
  });

  it('gives a place at −∞ exactly 0, beside any number and beside a NaN', () => {
    expect(of(-Infinity, 2, -Infinity)).toEqual([0, 1, 0]);
    expect(of(-Infinity, NaN, 1)).toEqual([0, NaN, NaN]);
    expect(of(NaN, -Infinity)).toEqual([NaN, 0]);
  });

  it('neither overflows on large scores nor vanishes on small ones', () => {
    expect(of(1e4, 1e4)).toEqual([0.5, 0.5]);
    expect(of(-1e4, -1e4)).toEqual([0.5, 0.5]);
    expect(of(1e38, 0)).toEqual([1, 0]);
  });

  it('leaves its input as it is', () => {
    const row = Float32Array.of(1, 2, 3);
    softmaxRow(row);
    expect([...row]).toEqual([1, 2, 3]);
  });

  it('sums to 1 and stays in [0, 1]', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        const weights = of(...row);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
      }),
    );
  });

  it('does not change when the same number is added to every score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1 }),
        fc.integer({ min: -9999, max: 9999 }),
        (row, shift) => {
          expect(of(...row.map((score) => score + shift))).toEqual(of(...row));
        },
      ),
    );
  });

  it('keeps the order of the scores', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        const weights = of(...row);
        for (let i = 1; i < row.length; i++)
          if (row[i]! > row[i - 1]!) expect(weights[i]!).toBeGreaterThanOrEqual(weights[i - 1]!);
      }),
    );
  });
});

describe('softmax', () => {
  it('treats each row of the last axis on its own', () => {
    const x = softmax(tensor([0, 0, -Infinity, -Infinity, 5, -Infinity], [3, 1, 2]));
    expect(x.shape).toEqual([3, 1, 2]);
    expect([...x.data]).toEqual([0.5, 0.5, 0, 0, 1, 0]);
  });

  it('of an empty tensor is empty', () => {
    expect(softmax(tensor([], [2, 0])).shape).toEqual([2, 0]);
    expect(softmax(tensor([], [0, 2])).shape).toEqual([0, 2]);
  });
});
