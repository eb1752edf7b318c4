import { describe, expect, it } from 'vitest';
import { scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import { kernelBytes, stateBytes, tiledBytes, weightsBytes } from '../../../lib/complexity/index.ts';
import { fastAttention } from '../../../lib/kernels/fastAttention.ts';
import { plainKernel } from '../../../lib/kernels/plainKernel.ts';
import { normal } from '../attention/arbitrary.ts';

describe('weightsBytes', () => {
  it('is what the library’s weights take', () => {
    for (const [n, m] of [
      [1, 1],
      [5, 7],
      [16, 16],
    ] as const) {
      const { weights } = scaledDotProductAttention(normal(1, n, 4), normal(2, m, 4), normal(3, m, 4), {
        returns: 'weights',
      });
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

describe('kernelBytes', () => {
  it('is the memory that attention reserves in a kernel', () => {
    for (const [n, d] of [
      [1, 3],
      [64, 4],
      [150, 16],
    ] as const) {
      const reserved: number[] = [];
      const plain = plainKernel();
      const kernel = {
        ...plain,
        get memory() {
          return plain.memory;
        },
        reserve(floats: number) {
          reserved.push(4 * floats);
          plain.reserve(floats);
        },
      };
      fastAttention(normal(1, n, d), normal(2, n, d), normal(3, n, d), { kernel });
      expect(reserved).toEqual([kernelBytes(n, d)]);
    }
  });

  it('grows by a key and a value for each position once 64 are there', () => {
    for (const n of [64, 1000, 2 ** 20]) expect(kernelBytes(n + 16, 5) - kernelBytes(n, 5)).toBe(16 * 2 * 4 * 5);
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
