import { judge, type Exercise, type Report, type Verdict } from '#lib/exercises/index.ts';
import type { Say } from '../../say.ts';
import type { Cell, Outcome } from '../outcome.ts';
import { literal } from '../program/literal.ts';

/** What the page says of an answer: it does not even run, or the checker's verdict. */
export type Answer = { readonly runs: false; readonly sentence: string } | ({ readonly runs: true } & Verdict);

/** The reader's cell, after those functions that are at hand. */
const reader = 1;

/** Hands the function a list that only this case sees, and looks at the list again after the call. */
const asking = ({ name, call }: Exercise, given: unknown, index: number, say: Say): Cell[] => {
  const list = `given${index}`;
  const missing = say('noFunction', { name });
  return [
    {
      id: `case-${index}`,
      source: [
        `const ${list} = ${literal(given)};`,
        `if (typeof ${name} !== 'function') throw new Error(${JSON.stringify(missing)});`,
        `((given) => ${call})(${list});`,
      ].join('\n'),
    },
    { id: `after-${index}`, source: `${list}.flat(Infinity).map(Number);` },
  ];
};

/**
 * The program that asks: what is at hand, the reader's code, and then for each thing given a call and a look
 * at what became of it. What is expected is not in it: the answers come out and are compared outside.
 */
export function cellsOf(exercise: Exercise, source: string, givens: readonly unknown[], say: Say): Cell[] {
  return [
    { id: 'at-hand', source: exercise.atHand },
    { id: 'answer', source },
    ...givens.flatMap((given, index) => asking(exercise, given, index, say)),
  ];
}

/** What came of each thing given, up to the first that did not end well. */
export function reportsOf(outcomes: readonly Outcome[]): Report[] {
  const reports: Report[] = [];
  for (let at = reader + 1; at + 1 < outcomes.length; at += 2) {
    const [called, after] = [outcomes[at]!, outcomes[at + 1]!];
    if (called.state === 'not-run') break;
    if (called.state === 'stopped') return [...reports, { kind: 'stopped' }];
    // The line would be one of the call, which the reader does not see.
    if (called.state === 'failed') return [...reports, { kind: 'threw', message: errorOf(called).message }];
    const [value] = called.outputs.flatMap((output) => (output.kind === 'value' ? [output] : []));
    const [left] = after.outputs.flatMap((output) => (output.kind === 'value' ? [output] : []));
    reports.push({
      kind: 'returned',
      ...(value && { type: value.type }),
      ...(value?.numbers && value.shape && { value: { shape: value.shape, numbers: value.numbers } }),
      givenAfter: left?.numbers ?? [],
    });
  }
  return reports;
}

function errorOf({ outputs }: Outcome): { readonly message: string; readonly line?: number } {
  const error = outputs.find((output) => output.kind === 'error');
  return error ?? { message: '' };
}

export function answerOf(exercise: Exercise, outcomes: readonly Outcome[], say: Say): Answer {
  const own = outcomes[reader]!;
  if (own.state === 'stopped') return { runs: false, sentence: say('codeNoEnd') };
  if (own.state !== 'done') {
    const { message, line } = errorOf(own);
    const error = line === undefined ? message : say('atLine', { line, error: message });
    return { runs: false, sentence: say('codeNotRun', { error }) };
  }
  return { runs: true, ...judge(exercise, reportsOf(outcomes)) };
}
