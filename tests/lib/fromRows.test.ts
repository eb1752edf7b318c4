import { describe, expect, it } from 'vitest';
import { fromRows } from '../../lib/fromRows.ts';

describe('fromRows', () => {
  it('lays rows one after another', () => {
    const { data, shape } = fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shape).toEqual([2, 3]);
  });

  it('names the row that differs in length', () => {
    expect(() => fromRows([[1, 2], [3]])).toThrow('Row 2 holds 1 numbers where row 1 holds 2');
  });

  it('refuses to be empty', () => {
    expect(() => fromRows([])).toThrow('at least one row');
    expect(() => fromRows([[]])).toThrow('at least one row');
  });
});
