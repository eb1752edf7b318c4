import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../lib/walkthrough/readNumber.ts';

describe('readNumber', () => {
  it.each([
    ['0.5', 0.5],
    [' -2 ', -2],
    ['+3.', 3],
    ['.5', 0.5],
    ['1e6', 1e6],
    ['-1E-3', -0.001],
  ])('reads %j, as it is typed', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    ['−0.16', -0.16],
    ['–2', -2],
    ['− 2', -2],
    ['0,5', 0.5],
    ['−0,5', -0.5],
    ['0,125', 0.125],
    ['10\u2009000', 10000],
    ['−1\u202f000\u202f000', -1e6],
    ['1 000,5', 1000.5],
    ['1e−3', 0.001],
    ['−1.0e−4', -0.0001],
    ['4.8 × 10⁻⁷', 4.8e-7],
    ['2 × 10³', 2000],
    ['2*10^-3', 0.002],
    ['0.30\u00a0', 0.3],
  ])('reads %j, as it is pasted', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each(['', '   ', '\u2009'])('calls %j empty', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'empty' });
  });

  it.each(['abc', '1e', '-', '.', 'Infinity', 'NaN', '½', '--1', '1.2.3', '1e5e5'])(
    'does not take %j for a number',
    (text) => {
      expect(readNumber(text)).toEqual({ kind: 'not a number' });
    },
  );

  it.each([
    ['1/2', '/'],
    ['50%', '%'],
    ['0x1f', 'x'],
    ['1 2', ' '],
    ['=1', '='],
    ['2 × 107', ' '],
    ['3\u{1f600}', '\u{1f600}'],
  ])('names the sign of %j that it cannot read', (text, sign) => {
    expect(readNumber(text)).toEqual({ kind: 'sign', sign });
  });

  it.each(['1,000', '-12,500', '1,234.5', '1.234,5', '1,2,3'])('does not choose between two readings of %j', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'two readings' });
  });

  it.each(['1000001', '-1e7', '1e999'])('finds %j too large', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'too large' });
  });
});
