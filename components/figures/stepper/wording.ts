import type { Steps } from '#lib/walkthrough/attentionSteps.ts';
import { explain, type Explained } from '#lib/walkthrough/explain.ts';
import type { Cell, ComputedName } from '#lib/walkthrough/matrices.ts';
import type { Part } from '../../figure/phrase.ts';
import { equalsSign, showNumber } from '../../plots/number.ts';
import { showExponent } from '../../plots/scientific.ts';
import { showWeight } from '../../plots/weight.ts';
import { looks } from './looks.ts';

/** A number as its cell shows it: two decimals; from a thousand on an exponent. */
export function showCell(matrix: ComputedName, number: number): string {
  if (matrix === 'weights') return showWeight(number);
  const size = Math.abs(number);
  return size < 1000 ? showNumber(number) : showExponent(number, size < 1e9 ? 1 : 0);
}

/** A number within a sum: three decimals at most, so that a reader can check it. */
export function showTerm(number: number): string {
  const size = Math.abs(number);
  if (size >= 1000 || (size > 0 && size < 0.0005)) return showExponent(number);
  return showNumber(number, 3).replace(/\.?0+$/, '');
}

const operand = (number: number): string => (number < 0 ? `(${showTerm(number)})` : showTerm(number));

/** Which number it is, in words: "weight of query *delicious* on key *apple*". */
export function nameOf({ matrix, row, column }: Cell<ComputedName>): readonly Part[] {
  const { rows, columns } = looks[matrix];
  const [from, to] = [rows[row]!, columns[column]!];
  const of = (noun: string, concept: string): Part[] => [`${noun} of `, [concept, from], `, ${to}`];
  const pair = (noun: string, between: string): Part[] => [
    `${noun} of query `,
    ['query', from],
    ` ${between} key `,
    ['key', to],
  ];
  switch (matrix) {
    case 'Q':
      return of('query', 'query');
    case 'K':
      return of('key', 'key');
    case 'V':
      return of('value', 'value');
    case 'scores':
      return pair('score', 'with');
    case 'scaled':
      return pair('scaled score', 'with');
    case 'weights':
      return pair('weight', 'on');
    case 'output':
      return of('output', 'output');
  }
}

/** What is multiplied with what, place by place. */
const factors: Readonly<Partial<Record<ComputedName, string>>> = {
  Q: 'the word’s numbers times a column of the query table, added up',
  K: 'the word’s numbers times a column of the key table, added up',
  V: 'the word’s numbers times a column of the value table, added up',
  scores: 'query times key, place by place, added up',
  output: 'each word’s value times its weight, added up',
};

/** `= 0.89`, or `≈ 0.602` where it or a number that it is made of is printed rounded. */
const gives = (result: number, ...from: readonly number[]): string =>
  `${equalsSign(showTerm, result, ...from)} ${showTerm(result)}`;

/** The arithmetic that made a number, one line. */
function arithmeticOf(matrix: ComputedName, explained: Explained): string {
  const { result } = explained;
  switch (explained.kind) {
    case 'product': {
      const { terms } = explained;
      const sum = terms.map(({ left, right }) => `${operand(left)} × ${operand(right)}`).join(' + ');
      return `${factors[matrix]}: ${sum} ${gives(result, ...terms.flatMap(({ left, right }) => [left, right]))}`;
    }
    case 'scaling': {
      const { score, dK, root } = explained;
      return `the score divided by √${dK}: ${showTerm(score)} ÷ ${showTerm(root)} ${gives(result, score, root)}`;
    }
    case 'softmax': {
      const { largest, shifted, powers, total, power } = explained;
      const exps = shifted.map((score, at) => `exp(${showTerm(score)}) ${gives(powers[at]!, score)}`).join(', ');
      return `scores less the row’s largest, ${showTerm(largest)}: ${exps}; their sum ${gives(total, ...powers)}; ${showTerm(power)} ÷ ${showTerm(total)} ${gives(result, power, total)}`;
    }
  }
}

/** The chosen number and its arithmetic. */
export function explained(cell: Cell<ComputedName> | undefined, steps: Steps): { what: readonly Part[]; how: string } {
  if (!cell)
    return {
      what: ['words: one row per word, one column per feature'],
      how: 'set by hand, not computed: type other numbers to see what follows',
    };
  const made = explain(steps, cell);
  return { what: [...nameOf(cell), ` ${gives(made.result)}`], how: arithmeticOf(cell.matrix, made) };
}
