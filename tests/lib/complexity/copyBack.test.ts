import { describe, expect, it } from 'vitest';
import { copyAccuracy, copyBack } from '../../../lib/complexity/copyBack.ts';
import { reach } from '../../../lib/complexity/reach.ts';
import { normal, rows } from '../attention/arbitrary.ts';

describe('copyBack(values, distance, layers, side)', () => {
  it('brings each position, to the last bit, what stood so far before it', () => {
    const values = normal(1, 12, 3);
    for (const [distance, layers, side] of [
      [0, 1, 2],
      [2, 1, 2],
      [6, 3, 2],
      [5, 3, 2],
      [11, 1, Infinity],
    ] as const)
      expect(rows(copyBack(values, distance, layers, side)).slice(distance)).toEqual(
        rows(values).slice(0, 12 - distance),
      );
  });

  it('stops where its windows end', () => {
    const values = normal(1, 12, 3);
    expect(rows(copyBack(values, 7, 3, 2)).slice(7)).toEqual(rows(values).slice(1, 6));
  });

  it('refuses what is no single sequence', () => {
    expect(() => copyBack(normal(1, 2, 4, 3), 1, 1, 1)).toThrow(/one sequence/);
  });
});

describe('copyAccuracy', () => {
  it('is all wherever the answer can arrive at all, and far from it wherever it cannot', () => {
    for (const [layers, side] of [
      [1, 2],
      [2, 2],
      [3, 1],
    ] as const)
      for (let distance = 0; distance < 7; distance++) {
        const accuracy = copyAccuracy({ n: 40, distance, layers, side, sequences: 4, seed: 3 });
        // 132 guesses of one in ten stray by 2.6 points: 0.3 is seven such errors off.
        if (reach(40, layers, side)[39]![39 - distance]) expect(accuracy).toBe(1);
        else expect(accuracy).toBeLessThan(0.3);
      }
  });

  it('refuses a distance that no position has behind it', () => {
    const asked = { n: 5, layers: 1, side: 1, sequences: 1, seed: 3 };
    expect(() => copyAccuracy({ ...asked, distance: 5 })).toThrow(/from 0 to 4/);
    expect(() => copyAccuracy({ ...asked, distance: -1 })).toThrow(RangeError);
  });
});
