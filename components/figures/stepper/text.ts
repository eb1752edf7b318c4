import type { Fault } from '#lib/walkthrough/readNumber.ts';
import type { Steps } from '#lib/walkthrough/attentionSteps.ts';
import { explain, type Explained } from '#lib/walkthrough/explain.ts';
import { largestInput, type Cell, type ComputedName, type InputName } from '#lib/walkthrough/matrices.ts';
import { heatColour, showWeight } from '../../plots/weight.ts';
import { looks, written } from './matrices.ts';
import { lastStage, stageNames, type Stage } from './state.ts';

/** A stretch of text, or one that stands for a concept. */
export type Part = string | { readonly text: string; readonly concept: string };

function exponent(number: number, decimals = 1): string {
  return number.toExponential(decimals).replace('e+', 'e').replaceAll('-', '−');
}

/** A true minus, and none before a zero. */
function signed(text: string): string {
  return /^-[0.]*$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** A number as its cell shows it: two decimals; from a thousand on an exponent. */
export function showCell(matrix: ComputedName, number: number): string {
  if (matrix === 'weights') return showWeight(number);
  const size = Math.abs(number);
  return size < 1000 ? signed(number.toFixed(2)) : exponent(number, size < 1e9 ? 1 : 0);
}

/** A number within a sum: three decimals at most, so that a reader can check it. */
export function showNumber(number: number): string {
  const size = Math.abs(number);
  if (size >= 1000 || (size > 0 && size < 0.0005)) return exponent(number);
  return signed(String(Number(number.toFixed(3))));
}

/** A number that is compared with a bound: three decimals. */
export const showBounded = (number: number): string => signed(number.toFixed(3));

const operand = (number: number): string => {
  const shown = showNumber(number);
  return shown.startsWith('−') ? `(${shown})` : shown;
};

/** Which number it is, in words: "weight of query *delicious* on key *apple*". */
export function nameOf({ matrix, row, column }: Cell<ComputedName>): readonly Part[] {
  const { rows, columns } = looks[matrix];
  const [from, to] = [rows[row]!, columns[column]!];
  const query: Part = { text: from, concept: 'query' };
  const key: Part = { text: to, concept: 'key' };
  const word: Part = {
    text: from,
    concept: matrix === 'K' ? 'key' : matrix === 'V' ? 'value' : matrix === 'Q' ? 'query' : 'output',
  };
  switch (matrix) {
    case 'Q':
      return ['query of ', word, `, ${to}`];
    case 'K':
      return ['key of ', word, `, ${to}`];
    case 'V':
      return ['value of ', word, `, ${to}`];
    case 'scores':
      return ['score of query ', query, ' with key ', key];
    case 'scaled':
      return ['scaled score of query ', query, ' with key ', key];
    case 'weights':
      return ['weight of query ', query, ' on key ', key];
    case 'output':
      return ['output of ', word, `, ${to}`];
  }
}

export const plain = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

export function buttonLabel(cell: Cell<ComputedName>, number: number): string {
  return `${plain(nameOf(cell))}, ${showCell(cell.matrix, number)}: show the arithmetic`;
}

/** Which row of which matrix is multiplied with which column. */
const factors: Readonly<Partial<Record<ComputedName, string>>> = {
  Q: 'row of X · column of W_Q',
  K: 'row of X · column of W_K',
  V: 'row of X · column of W_V',
  scores: 'row of Q · row of K',
  output: 'row of weights · column of V',
};

/** The arithmetic that made a number, one line. */
export function arithmeticOf({ matrix }: Cell<ComputedName>, explained: Explained): string {
  const result = showNumber(explained.result);
  switch (explained.kind) {
    case 'product': {
      const sum = explained.terms.map(({ left, right }) => `${operand(left)} × ${operand(right)}`).join(' + ');
      return `${factors[matrix]} = ${sum} = ${result}`;
    }
    case 'scaling':
      return `score ÷ √${explained.dK} = ${showNumber(explained.score)} ÷ ${showNumber(explained.root)} = ${result}`;
    case 'softmax': {
      const { largest, shifted, powers, total, power } = explained;
      const exps = shifted
        .map((score, index) => `exp(${showNumber(score)}) = ${showNumber(powers[index]!)}`)
        .join(', ');
      return `scores less the row’s largest, ${showNumber(largest)}: ${exps}; their sum is ${showNumber(total)}; ${showNumber(power)} ÷ ${showNumber(total)} = ${result}`;
    }
  }
}

/** What is wrong with a typed number and what to do. */
export function faultSentence({ matrix, row, column }: Cell<InputName>, fault: Fault): string {
  const limit = largestInput.toLocaleString('en');
  const wrong = {
    empty: 'is empty: type a number such as 0.5.',
    'not a number': 'is not a number: type one such as 0.5.',
    'too large': `is too large: type a number between −${limit} and ${limit}.`,
  }[fault];
  return `${written(matrix)} row ${row + 1}, column ${column + 1} ${wrong} The figure still shows the last good values.`;
}

/** The shade of a weight's cell. It stops at two fifths of the scale, where the page's ink is still legible on it. */
export const shadeOf = (weight: number): string => `background: ${heatColour(weight, 2.5)}`;

export const placeOf = (stage: Stage): string => `Step ${stage} of ${lastStage}: ${stageNames[stage].toLowerCase()}`;

export interface Readout {
  readonly what: readonly Part[];
  readonly how: string;
}

/** What the line under the figure says: the chosen number and its arithmetic. */
export function readoutOf(chosen: Cell<ComputedName> | null, steps: Steps): Readout {
  if (!chosen) return { what: ['X: one row a word, one column a feature'], how: 'inputs, not computed; type others' };
  const explained = explain(steps, chosen);
  return { what: [...nameOf(chosen), ` = ${showNumber(explained.result)}`], how: arithmeticOf(chosen, explained) };
}
