import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../lib/walkthrough/readNumber.ts';

describe('readNumber', () => {
  it.each([
    ['0.5', 0.5],
    [' -2 ', -2],
    ['−2', -2],
    ['+3.', 3],
    ['.5', 0.5],
    ['1e6', 1e6],
    ['-1E-3', -0.001],
  ])('reads %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', '   '])('calls %j empty', (text) => {
    expect(readNumber(text)).toBe('empty');
  });

  it.each(['abc', '1e', '-', '.', '0x1f', 'Infinity', 'NaN', '1 2', '1,5'])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toBe('not a number');
  });

  it.each(['1000001', '-1e7', '1e999'])('finds %j too large', (text) => {
    expect(readNumber(text)).toBe('too large');
  });
});
