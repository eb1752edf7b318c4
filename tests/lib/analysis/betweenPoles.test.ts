import { expect, test } from 'vitest';
import { betweenPoles } from '../../../lib/analysis/index.ts';
import { fromRows } from '../../../lib/fromRows.ts';

const minus = fromRows([
  [-3, 1],
  [-1, 1],
]);
const plus = fromRows([[2, 1]]);

test.each([
  [[-2, 1], -1],
  [[2, 1], 1],
  [[0, 1], 0],
  [[0, 70], 0],
  [[1, -4], 0.5],
  [[4, 1], 2],
])('%j stands at %d', (vector, place) => {
  expect(betweenPoles(Float32Array.from(vector), minus, plus)).toBeCloseTo(place, 6);
  expect(betweenPoles(Float32Array.from(vector), plus, minus)).toBeCloseTo(-place, 6);
});

test('refuses groups that are no scale, and says why', () => {
  expect(() => betweenPoles(Float32Array.of(1), minus, plus)).toThrow('groups of 2 and 2');
  expect(() => betweenPoles(Float32Array.of(0, 1), plus, plus)).toThrow('the same mean');
  expect(() => betweenPoles(Float32Array.of(0, 1), { data: new Float32Array(), shape: [0, 2] }, plus)).toThrow(
    'without vectors',
  );
});
