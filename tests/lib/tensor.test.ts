import { describe, expect, it } from 'vitest';
import { showShape, sizeOf, tensor } from '../../lib/tensor.ts';

describe('tensor', () => {
  it('keeps numbers row-major and rounds plain ones to float32', () => {
    const x = tensor([1, 2, 0.1, 4], [2, 2]);
    expect(x.shape).toEqual([2, 2]);
    expect([...x.data]).toEqual([1, 2, Math.fround(0.1), 4]);
  });

  it('keeps a Float32Array itself, not a copy', () => {
    const data = new Float32Array(6);
    expect(tensor(data, [2, 3]).data).toBe(data);
  });

  it('refuses a shape that holds another count of numbers', () => {
    expect(() => tensor([1, 2, 3], [2, 2])).toThrow('Shape (2, 2) holds 4 numbers, but 3 were given.');
  });

  it('refuses an axis that is not a whole number', () => {
    expect(() => tensor([], [-1])).toThrow('Shape (-1) has an axis that is not a whole number.');
    expect(() => tensor([], [0.5])).toThrow('Shape (0.5) has an axis');
    expect(() => tensor([], [NaN])).toThrow(RangeError);
  });

  it('accepts an axis of size 0', () => {
    expect(tensor([], [0, 3]).data).toHaveLength(0);
  });
});

describe('sizeOf', () => {
  it('is the product of the axes, 1 for no axes', () => {
    expect(sizeOf([2, 3, 4])).toBe(24);
    expect(sizeOf([])).toBe(1);
    expect(sizeOf([3, 0])).toBe(0);
  });
});

describe('showShape', () => {
  it('writes a shape as a tuple', () => {
    expect(showShape([2, 4, 8])).toBe('(2, 4, 8)');
    expect(showShape([])).toBe('()');
  });
});
