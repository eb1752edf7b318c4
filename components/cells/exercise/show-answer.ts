import { maker } from '../../figure/maker.ts';
import type { Answer } from './check.ts';

/** What the checker found, in words, with the numbers to compare. */
export function showAnswer(answer: Answer, document: Document): HTMLElement[] {
  const make = maker(document);
  if (!answer.runs) return [make('p', {}, answer.sentence)];
  if (answer.passed) return [make('p', { class: 'right' }, `Right in all ${answer.cases} cases.`)];
  const { before, sentence, expected, got } = answer;
  const parts = [make('p', { class: 'case' }, `Case ${before + 1}: ${answer.case.name}`), make('p', {}, sentence)];
  if (expected !== undefined && got !== undefined)
    parts.push(
      make(
        'dl',
        {},
        make('div', {}, make('dt', {}, 'Expected'), make('dd', {}, make('pre', {}, expected))),
        make('div', {}, make('dt', {}, 'Yours'), make('dd', {}, make('pre', {}, got))),
      ),
    );
  return [...parts, make('p', { class: 'hint-text', hidden: true }, answer.case.hint)];
}
