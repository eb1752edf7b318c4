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

export type Verdict =
  | { readonly passed: true; readonly cases: number }
  | {
      readonly passed: false;
      /** The first that fails, and how many were right before it. */
      readonly case: Case;
      readonly before: number;
      /** What is wrong, in a sentence. */
      readonly sentence: string;
      /** Numbers to compare, where it came to numbers. */
      readonly expected?: string;
      readonly got?: string;
    };

type Fault = Omit<Extract<Verdict, { passed: false }>, 'passed' | 'case' | 'before'>;

const numbersIn = (given: readonly unknown[]): number[] => given.flat(Infinity).map(Number);

/** Off by a number that is there on one side only, a NaN, or too far. */
const differs = (a: number, b: number, tolerance: number): boolean => !(a === b || Math.abs(a - b) <= tolerance);

function placeOf(index: number, { shape }: Shaped): string {
  const columns = shape.at(-1)!;
  return shape.length === 1
    ? `at place ${index + 1}`
    : `in row ${Math.floor(index / columns) + 1}, column ${(index % columns) + 1}`;
}

/** Why no numbers came back. */
function unreadable(type: string): string {
  if (/^number(\[\]){2,}$/.test(type)) return 'Its rows are not all of one length.';
  if (type.endsWith('[]')) return 'Not everything in the list that it returned is a number.';
  return `It returned a value of the type ${type}.`;
}

function faultOf({ expected, given }: Case, tolerance: number, report: Report): Fault | undefined {
  if (report.kind === 'stopped') return { sentence: 'It did not come to an end and was stopped.' };
  if (report.kind === 'threw') return { sentence: `It stopped with an error. ${report.message}` };
  const { type, value, givenAfter } = report;
  if (type === undefined) return { sentence: 'It returned nothing. Does every way through it end in a return?' };
  if (!value)
    return { sentence: `${unreadable(type)} Expected are numbers of the shape ${showShape(expected.shape)}.` };
  if (showShape(value.shape) !== showShape(expected.shape))
    return {
      sentence: `The shape is ${showShape(value.shape)}. Expected is ${showShape(expected.shape)}.`,
      expected: showNumbers(expected),
      got: showNumbers(value),
    };
  const wrong = value.numbers.findIndex((x, index) => differs(x, expected.numbers[index]!, tolerance));
  if (wrong >= 0) {
    const [x, wanted] = [value.numbers[wrong]!, expected.numbers[wrong]!];
    const place = placeOf(wrong, expected);
    return {
      sentence: Number.isNaN(x)
        ? `There is a NaN, “not a number”, first ${place}. Expected is ${showOne(wanted)}.`
        : `The numbers differ, first ${place}: ${showOne(x)}. Expected is ${showOne(wanted)}.`,
      expected: showNumbers(expected, wrong),
      got: showNumbers(value, wrong),
    };
  }
  const before = numbersIn(given);
  if (givenAfter.length !== before.length || givenAfter.some((x, index) => differs(x, before[index]!, 0)))
    return {
      sentence: 'The numbers are right, but your function has changed those that were handed to it. Work on a copy.',
    };
  return undefined;
}

/** The first case that fails, with what is wrong with it. There is a report for each case, up to one that did not end well. */
export function judge({ cases, tolerance }: Exercise, reports: readonly Report[]): Verdict {
  for (const [before, each] of cases.entries()) {
    const fault = faultOf(each, tolerance, reports[before] ?? { kind: 'stopped' });
    if (fault) return { passed: false, case: each, before, ...fault };
  }
  return { passed: true, cases: cases.length };
}
