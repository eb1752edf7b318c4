import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import { stateBytes, tiledBytes, weightsBytes } from '../../../lib/complexity/index.ts';
import { normal } from '../attention/arbitrary.ts';

describe('weightsBytes', () => {
  it('is what the library’s weights take', () => {
    for (const [n, m] of [[1, 1], [5, 7], [16, 16]] as const) {
      const { weights } = scaledDotProductAttention(normal(1, n, 4), normal(2, m, 4), normal(3, m, 4), { returns: 'weights' });
      expect(weightsBytes(n, m)).toBe(weights.data.byteLength);
    }
  });

  it('is 4,398 GB at a million positions', () => {
    expect(weightsBytes(2 ** 20)).toBe(4_398_046_511_104);
  });
});

describe('tiledBytes', () => {
  it('grows by two numbers a query once a tile is full', () => {
    for (const n of [64, 65, 1000, 2 ** 20]) expect(tiledBytes(n + 1) - tiledBytes(n)).toBe(8);
  });

  it('holds no larger tile than there are positions', () => {
    expect(tiledBytes(8)).toBe(4 * 8 * 8 + 8 * 8);
    expect(tiledBytes(8, 4)).toBe(4 * 4 * 4 + 8 * 8);
  });
});

describe('stateBytes', () => {
  it('is what one state of the library’s recurrence takes, however long the sequence', () => {
    for (const n of [1, 2, 9]) {
      const states = recurrence(normal(1, n, 6), normal(2, 6, 6), normal(3, 6, 6));
      expect(stateBytes(6)).toBe(states.data.byteLength / n);
    }
  });
});
