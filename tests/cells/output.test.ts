import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Outcome, Output } from '../../components/cells/outcome.ts';
import { outputOf } from '../../components/cells/output.ts';
import { sayIn } from '../../components/say.ts';
import { strings } from '../../content/strings/en.ts';
import { readOutcome, writeOutcome } from '../../components/cells/written.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const draw = (outputs: readonly Output[], state: Outcome['state'] = 'done'): HTMLElement =>
  outputOf({ cell: 0, state, outputs }, { document, width: 560 }, sayIn(strings.said));
const value = (shape: number[], name?: string): Output => {
  const numbers = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i);
  return { kind: 'value', ...(name && { name }), type: 'number[]', shape, numbers, text: JSON.stringify(numbers) };
};
const sizes = (output: HTMLElement): number[] =>
  [...output.querySelectorAll('svg')].map((svg) => svg.querySelectorAll('rect').length);

it('names a value with its type and shape, and reads its numbers to those who do not see them', () => {
  const output = draw([value([2, 2], 'scores')]);
  expect(output.querySelector('.what')!.textContent).toBe('scores number[] (2, 2) computed');
  expect(output.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('[0,1,2,3]');
  expect(sizes(output)).toEqual([4]);
});

it('draws lists, matrices, and several side by side, as much as a page can show', () => {
  expect(sizes(draw([value([3])]))).toEqual([3]);
  expect(sizes(draw([value([100])]))).toEqual([1]);
  expect(sizes(draw([value([2, 3, 4])]))).toEqual([12, 12]);
  expect(sizes(draw([value([20, 2, 2])]))).toHaveLength(8);
  expect(sizes(draw([value([100, 40])]))).toEqual([64 * 40]);
});

it('writes what holds no numbers, and what came before an error', () => {
  const output = draw(
    [
      { kind: 'printed', text: '<b>one' },
      { kind: 'error', message: 'TypeError: no', line: 3 },
    ],
    'failed',
  );
  expect([...output.children].map(({ className, textContent }) => [className, textContent])).toEqual([
    ['printed', '<b>one'],
    ['error', 'Line 3: TypeError: no'],
  ]);
  expect(draw([{ kind: 'value', type: 'string', text: '"a"' }]).querySelector('pre')!.textContent).toBe('"a"');
  expect(draw([], 'not-run').textContent).toMatch(/^Not run/);
  expect(draw([{ kind: 'left-out', count: 999_800 }]).textContent).toBe(
    '… 999,800 more lines were printed, and are left out here.',
  );
  expect(draw([{ kind: 'left-out' }]).textContent).toBe('… More lines were printed, and are left out here.');
});

it('travels with numbers that JSON has no word for', () => {
  const outcome: Outcome = {
    ...{ cell: 0, state: 'done' },
    outputs: [{ kind: 'value', type: 'number[]', shape: [3], numbers: [NaN, -Infinity, 1], text: '[…]' }],
  };
  expect(readOutcome(writeOutcome({ ...outcome, ms: 3 }))).toEqual(outcome);
});
