import { expect, test } from 'vitest';
import { editDistance } from '../../lib/editDistance.ts';

test.each([
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['query', 'query', 0],
  ['atention', 'attention', 1],
  ['key', 'eyk', 2],
])('from “%s” to “%s” it is %i', (from, to, letters) => {
  expect(editDistance(from, to)).toBe(letters);
});
