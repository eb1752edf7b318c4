import { describe, expect, it } from 'vitest';
import { showBytes, showCount, showWhole } from '../../components/plots/quantity.ts';

describe('showWhole(count)', () => {
  it('puts digits in threes and drops none', () => {
    expect([0, 999, 16384, 2 ** 53 + 2 ** 46].map(showWhole)).toEqual(['0', '999', '16,384', '9,077,567,998,918,656']);
  });
});

describe('showCount(count)', () => {
  it('is whole below a million and three figures above', () => {
    expect([8, 10_240, 999_999, 1e6, 291_788_300_000, 2 ** 53].map(showCount)).toEqual([
      '8',
      '10,240',
      '999,999',
      '1.00 million',
      '292 billion',
      '9.01 quadrillion',
    ]);
  });
});

describe('showBytes(bytes)', () => {
  it('uses decimal units', () => {
    expect([64, 2048, 147_456, 1_073_741_824, 4_398_046_511_104].map(showBytes)).toEqual([
      '64 B',
      '2.05 kB',
      '147 kB',
      '1.07 GB',
      '4.40 TB',
    ]);
  });

  it('goes on to the next unit when rounding reaches it, and stays in the last', () => {
    expect([999_400, 999_600, 4e15].map(showBytes)).toEqual(['999 kB', '1.00 MB', '4,000 TB']);
  });
});
