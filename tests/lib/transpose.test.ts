import { describe, expect, it } from 'vitest';
import { tensor } from '../../lib/tensor.ts';
import { transpose } from '../../lib/transpose.ts';

describe('transpose', () => {
  it('makes columns of the rows', () => {
    expect(transpose(tensor([1, 2, 3, 4, 5, 6], [2, 3]))).toEqual(tensor([1, 4, 2, 5, 3, 6], [3, 2]));
  });

  it('refuses what is no matrix, naming its shape', () => {
    expect(() => transpose(tensor([1, 2], [2]))).toThrow(/\(2\) cannot be transposed.*\(n, m\)/);
    expect(() => transpose(tensor([1, 2], [1, 1, 2]))).toThrow(RangeError);
  });
});
