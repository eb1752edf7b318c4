import { maker } from '../../figure/maker.ts';
import { say } from '../../say.ts';
import type { Answer } from './check.ts';
import { sentenceOf } from './sentence.ts';

/** What the checker found, in words, with the numbers to compare. */
export function showAnswer(answer: Answer, document: Document): HTMLElement[] {
  const make = maker(document);
  if (!answer.runs) return [make('p', {}, answer.sentence)];
  if (answer.passed) return [make('p', { class: 'right' }, say('allRight', { count: answer.cases }))];
  const { before, fault, expected, got } = answer;
  const parts = [
    make('p', { class: 'case' }, say('caseOf', { number: before + 1, name: answer.case.name })),
    make('p', {}, sentenceOf(fault, say)),
  ];
  if (expected !== undefined && got !== undefined)
    parts.push(
      make(
        'dl',
        {},
        make('div', {}, make('dt', {}, say('expected')), make('dd', {}, make('pre', {}, expected))),
        make('div', {}, make('dt', {}, say('yours')), make('dd', {}, make('pre', {}, got))),
      ),
    );
  return [...parts, make('p', { class: 'hint-text', hidden: true }, answer.case.hint)];
}
