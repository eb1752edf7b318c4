import { expect, it } from 'vitest';
import { fits } from '../../src/gallery/fits.ts';

it.each([
  ['a', 'string', true],
  [1, 'string', false],
  [1, 'number', true],
  [true, 'boolean', true],
  ['a', "'a' | 'b'", true],
  ['c', "'a' | 'b'", false],
  [40, '40 | 60', true],
  [['a', 1], 'readonly string[]', false],
  [['a', null], 'readonly string[]', true],
  [{ a: 1 }, '{ readonly a: number; readonly b?: string }', true],
  [{ a: 1, c: 1 }, '{ readonly a: number }', false],
  [{}, '{ readonly a: number }', false],
  [[], '{ readonly a: number }', false],
  [{ a: 1, b: 'c' }, 'Readonly<Record<string, string | number>>', true],
  [{ a: [] }, 'Readonly<Record<string, string | number>>', false],
  // What would have to be computed, or is declared elsewhere.
  [null, 'string', true],
  [1, 'Elsewhere', true],
])('%j fits %s: %s', (value, type, is) => {
  expect(fits(value, type)).toBe(is);
});
