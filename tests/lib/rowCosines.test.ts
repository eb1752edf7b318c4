import { expect, test } from 'vitest';
import { rowCosines } from '../../lib/rowCosines.ts';

test('rowCosines compares row with row', () => {
  const cosines = rowCosines(Float32Array.of(1, 0, 1, 1), Float32Array.of(0, 2, 3, 3), 2);
  expect(cosines[0]).toBe(0);
  expect(cosines[1]).toBeCloseTo(1, 9);
  expect(() => rowCosines(Float32Array.of(1, 0), Float32Array.of(1), 2)).toThrow('2 and 1 numbers');
  expect(() => rowCosines(Float32Array.of(1, 0, 1), Float32Array.of(1, 1, 1), 2)).toThrow('whole rows of 2');
});
