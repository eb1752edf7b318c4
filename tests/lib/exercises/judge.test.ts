import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../components/cells/exercise/sentence.ts';
import { judge, type Exercise, type Report } from '../../../lib/exercises/index.ts';
import { sayAtBuild } from '../../../src/strings.ts';

const exercise: Exercise = {
  name: 'twice',
  atHand: '',
  starter: '',
  solution: '',
  call: 'twice(...given)',
  cases: [
    { name: 'a list', given: [[1, 2, 3]], expected: { shape: [3], numbers: [2, 4, 6] }, hint: 'Each times two.' },
    {
      name: 'a matrix with −∞',
      given: [
        [
          [1, 2],
          [-Infinity, 0],
        ],
      ],
      expected: { shape: [2, 2], numbers: [2, 4, -Infinity, 0] },
      hint: 'Every row.',
    },
  ],
  tolerance: 1e-3,
};

const list = (numbers: readonly number[], rest: object = {}): Report => ({
  kind: 'returned',
  type: 'number[]',
  value: { shape: [numbers.length], numbers },
  givenAfter: [1, 2, 3],
  ...rest,
});
const matrix = (numbers: readonly number[], rest: object = {}): Report => ({
  kind: 'returned',
  type: 'number[][]',
  value: { shape: [2, 2], numbers },
  givenAfter: [1, 2, -Infinity, 0],
  ...rest,
});

const toldOf = (reports: readonly Report[]): string | undefined => {
  const verdict = judge(exercise, reports);
  return verdict.passed ? undefined : sentenceOf(verdict.fault, sayAtBuild);
};

describe('judge(exercise, reports)', () => {
  it('passes what is right in every case, rounding aside', () => {
    expect(judge(exercise, [list([2, 4, 6.0005]), matrix([2, 4, -Infinity, -0])])).toEqual({ passed: true, cases: 2 });
  });

  it.each<[string, Report, string]>([
    [
      'throws',
      { kind: 'threw', message: 'TypeError: x is not a function' },
      'It stopped with an error. TypeError: x is not a function',
    ],
    ['does not end', { kind: 'stopped' }, 'It did not come to an end and was stopped.'],
    [
      'returns nothing',
      { kind: 'returned', givenAfter: [1, 2, 3] },
      'It returned nothing. Does every way through it end in a return?',
    ],
    [
      'returns text',
      { kind: 'returned', type: 'string', givenAfter: [1, 2, 3] },
      'It returned a value of the type string. Expected are numbers of the shape (3).',
    ],
    [
      'returns what is no number',
      { kind: 'returned', type: 'unknown[]', givenAfter: [1, 2, 3] },
      'Not everything in the list that it returned is a number. Expected are numbers of the shape (3).',
    ],
    [
      'returns uneven rows',
      { kind: 'returned', type: 'number[][]', givenAfter: [1, 2, 3] },
      'Its rows are not all of one length. Expected are numbers of the shape (3).',
    ],
    ['has another shape', list([2, 4]), 'The shape is (2). Expected is (3).'],
    ['gives NaN', list([2, NaN, 6]), 'There is a NaN, “not a number”, first at place 2. Expected is 4.'],
    ['gives another number', list([2, 4, 6.002]), 'The numbers differ, first at place 3: 6.002. Expected is 6.'],
    ['gives an infinite one', list([2, Infinity, 6]), 'The numbers differ, first at place 2: ∞. Expected is 4.'],
    [
      'changes its input',
      list([2, 4, 6], { givenAfter: [2, 4, 6] }),
      'The numbers are right, but your function has changed those that were handed to it. Work on a copy.',
    ],
    [
      'lengthens its input',
      list([2, 4, 6], { givenAfter: [1, 2, 3, 4] }),
      'The numbers are right, but your function has changed those that were handed to it. Work on a copy.',
    ],
  ])('says what is wrong with what %s, and in which case', (_, report, sentence) => {
    expect(judge(exercise, [report])).toMatchObject({ passed: false, case: { name: 'a list' }, before: 0 });
    expect(toldOf([report])).toBe(sentence);
  });

  it('names the first case that fails, with the numbers of the rows around it', () => {
    const reports = [list([2, 4, 6]), matrix([2, 4, 0, -0.5])];
    expect(toldOf(reports)).toBe('The numbers differ, first in row 2, column 1: 0. Expected is −∞.');
    expect(judge(exercise, reports)).toMatchObject({
      case: { name: 'a matrix with −∞', hint: 'Every row.' },
      before: 1,
      expected: '2  4\n−∞  0',
      got: '2  4\n0  −0.5',
    });
  });

  it('does not take a case as passed that never ran', () => {
    expect(judge(exercise, [list([2, 4, 6])])).toMatchObject({ passed: false, before: 1 });
    expect(judge(exercise, [])).toMatchObject({ passed: false, before: 0 });
  });

  it('compares numbers that are infinite or were already', () => {
    expect(toldOf([list([2, 4, 6]), matrix([2, 4, -Infinity, 0], { givenAfter: [1, 2, 0, 0] })])).toContain(
      'has changed',
    );
  });
});
