import { expect, test } from 'vitest';
import { meanMap } from '../../../lib/analysis/meanMap.ts';
import { rowSums } from '../../../lib/analysis/rowSums.ts';

test('the mean of heads is taken cell by cell, and its rows still sum to 1', () => {
  const mean = meanMap([Float32Array.of(1, 0, 0.25, 0.75), Float32Array.of(0.5, 0.5, 0.75, 0.25)]);
  expect([...mean]).toEqual([0.75, 0.25, 0.5, 0.5]);
  expect(rowSums(mean, 2)).toEqual([1, 1]);
});

test('there is no mean of no heads, nor of maps of two sizes', () => {
  expect(() => meanMap([])).toThrow('at least one head');
  expect(() => meanMap([new Float32Array(4), new Float32Array(9)])).toThrow('Maps of 4 and 9 weights');
});
