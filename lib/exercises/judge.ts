import { showShape } from '../tensor.ts';
import { showNumbers, showOne } from './show.ts';
import type { Case, Exercise, Shaped } from './exercise.ts';

/** What came of one case, as the runner saw it. */
export type Report =
  | {
      readonly kind: 'returned';
      /** What the reader would call it: `number[]`, `string`; nothing for undefined. */
      readonly type?: string;
      readonly value?: Shaped;
      /** The numbers of `given` after the call, one after another. */
      readonly givenAfter: readonly number[];
    }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'stopped' };

/** What is wrong with it. Numbers and shapes are written as an answer tells them. */
export type Fault =
  | { readonly kind: 'noEnd' | 'returnedNothing' | 'changedGiven' }
  | { readonly kind: 'threw'; readonly message: string }
  /** No numbers came back, where those of a shape are expected. */
  | { readonly kind: 'uneven' | 'notAllNumbers'; readonly shape: string }
  | { readonly kind: 'otherType'; readonly type: string; readonly shape: string }
  | { readonly kind: 'otherShape'; readonly got: string; readonly shape: string }
  | {
      readonly kind: 'isNaN' | 'otherNumber';
      /** Where the first is, from 1; a list has no rows. */
      readonly row?: number;
      readonly column: number;
      readonly got: string;
      readonly expected: string;
    };

export type Verdict =
  | { readonly passed: true; readonly cases: number }
  | {
      readonly passed: false;
      /** The first that fails, and how many were right before it. */
      readonly case: Case;
      readonly before: number;
      readonly fault: Fault;
      /** Numbers to compare, where it came to numbers. */
      readonly expected?: string;
      readonly got?: string;
    };

type Found = Omit<Extract<Verdict, { passed: false }>, 'passed' | 'case' | 'before'>;

const numbersIn = (given: readonly unknown[]): number[] => given.flat(Infinity).map(Number);

/** Off by a number that is there on one side only, a NaN, or too far. */
const differs = (a: number, b: number, tolerance: number): boolean => !(a === b || Math.abs(a - b) <= tolerance);

function placeOf(index: number, { shape }: Shaped): { readonly row?: number; readonly column: number } {
  const columns = shape.at(-1)!;
  const column = (index % columns) + 1;
  return shape.length === 1 ? { column } : { row: Math.floor(index / columns) + 1, column };
}

/** Why no numbers came back. */
function unreadable(type: string, shape: string): Fault {
  if (/^number(\[\]){2,}$/.test(type)) return { kind: 'uneven', shape };
  if (type.endsWith('[]')) return { kind: 'notAllNumbers', shape };
  return { kind: 'otherType', type, shape };
}

function foundIn({ expected, given }: Case, tolerance: number, report: Report): Found | undefined {
  if (report.kind === 'stopped') return { fault: { kind: 'noEnd' } };
  if (report.kind === 'threw') return { fault: { kind: 'threw', message: report.message } };
  const { type, value, givenAfter } = report;
  if (type === undefined) return { fault: { kind: 'returnedNothing' } };
  const shape = showShape(expected.shape);
  if (!value) return { fault: unreadable(type, shape) };
  if (showShape(value.shape) !== shape)
    return {
      fault: { kind: 'otherShape', got: showShape(value.shape), shape },
      expected: showNumbers(expected),
      got: showNumbers(value),
    };
  const wrong = value.numbers.findIndex((x, index) => differs(x, expected.numbers[index]!, tolerance));
  if (wrong >= 0) {
    const [x, wanted] = [value.numbers[wrong]!, expected.numbers[wrong]!];
    return {
      fault: {
        kind: Number.isNaN(x) ? 'isNaN' : 'otherNumber',
        ...placeOf(wrong, expected),
        got: showOne(x),
        expected: showOne(wanted),
      },
      expected: showNumbers(expected, wrong),
      got: showNumbers(value, wrong),
    };
  }
  const before = numbersIn(given);
  if (givenAfter.length !== before.length || givenAfter.some((x, index) => differs(x, before[index]!, 0)))
    return { fault: { kind: 'changedGiven' } };
  return undefined;
}

/** The first case that fails, with what is wrong with it. There is a report for each case, up to one that did not end well. */
export function judge({ cases, tolerance }: Exercise, reports: readonly Report[]): Verdict {
  for (const [before, each] of cases.entries()) {
    const found = foundIn(each, tolerance, reports[before] ?? { kind: 'stopped' });
    if (found) return { passed: false, case: each, before, ...found };
  }
  return { passed: true, cases: cases.length };
}
