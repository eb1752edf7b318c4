import { rowSums } from '#lib/analysis/rowSums.ts';
import { attentionSteps, type Steps } from '#lib/walkthrough/attentionSteps.ts';
import { attendsBeyond, isUniform, matchesOneWay } from '#lib/walkthrough/challenges.ts';
import { explain, type Explained } from '#lib/walkthrough/explain.ts';
import {
  largestInput,
  type Cell,
  type ComputedName,
  type InputName,
  type Inputs,
  type MatrixName,
} from '#lib/walkthrough/matrices.ts';
import type { Fault } from '#lib/walkthrough/readNumber.ts';
import { isAmong, sourcesOf } from '#lib/walkthrough/sources.ts';
import { plainText, type Part } from '../../figure/phrase.ts';
import { showNumber } from '../../plots/number.ts';
import { showExponent } from '../../plots/scientific.ts';
import { heatColour, showWeight } from '../../plots/weight.ts';

const words = ['apple', 'is', 'delicious'] as const;

/** What the four numbers of a word stand for, and what queries, keys and values keep of them. */
const features = ['thing', 'link', 'trait', 'food'] as const;
const asked = ['thing', 'trait'] as const;
const carried = ['food', 'praise'] as const;

/** How a matrix is written and labelled. */
interface Looks {
  readonly symbol: string;
  /** Set smaller and lower, behind the symbol. */
  readonly index?: string;
  readonly gloss: string;
  readonly concept?: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Rows are queries and columns are keys. */
  readonly pairs?: true;
  /** The stage that has it. */
  readonly stage: number;
}

export const looks: Readonly<Record<MatrixName, Looks>> = {
  X: { symbol: 'X', gloss: 'one row a word', rows: words, columns: features, stage: 1 },
  WQ: { symbol: 'W', index: 'Q', gloss: 'what to ask', concept: 'query', rows: features, columns: asked, stage: 2 },
  WK: { symbol: 'W', index: 'K', gloss: 'what to offer', concept: 'key', rows: features, columns: asked, stage: 2 },
  WV: { symbol: 'W', index: 'V', gloss: 'what to carry', concept: 'value', rows: features, columns: carried, stage: 2 },
  Q: { symbol: 'Q', gloss: 'looks for', concept: 'query', rows: words, columns: asked, stage: 2 },
  K: { symbol: 'K', gloss: 'offers', concept: 'key', rows: words, columns: asked, stage: 2 },
  V: { symbol: 'V', gloss: 'hands over', concept: 'value', rows: words, columns: carried, stage: 2 },
  scores: {
    symbol: 'QKᵀ',
    gloss: 'how well they match',
    concept: 'scores',
    rows: words,
    columns: words,
    pairs: true,
    stage: 3,
  },
  scaled: {
    symbol: 'QKᵀ ÷ √d',
    index: 'K',
    gloss: '',
    concept: 'scores',
    rows: words,
    columns: words,
    pairs: true,
    stage: 4,
  },
  weights: {
    symbol: 'A',
    gloss: 'rows sum to 1',
    concept: 'weights',
    rows: words,
    columns: words,
    pairs: true,
    stage: 5,
  },
  output: { symbol: 'AV', gloss: 'blended', concept: 'output', rows: words, columns: carried, stage: 6 },
};

export const isInput = (matrix: MatrixName): matrix is InputName => matrix === 'X' || matrix.startsWith('W');

/** `W_Q`, as a sentence writes it. */
export const written = (matrix: MatrixName): string =>
  [looks[matrix].symbol, looks[matrix].index].filter(Boolean).join('_');

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
function nameOf({ matrix, row, column }: Cell<ComputedName>): readonly Part[] {
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

/** Which row of which matrix is multiplied with which column. */
const factors: Readonly<Partial<Record<ComputedName, string>>> = {
  Q: 'row of X · column of W_Q',
  K: 'row of X · column of W_K',
  V: 'row of X · column of W_V',
  scores: 'row of Q · row of K',
  output: 'row of weights · column of V',
};

/** The arithmetic that made a number, one line. */
function arithmeticOf(matrix: ComputedName, explained: Explained): string {
  const result = showTerm(explained.result);
  switch (explained.kind) {
    case 'product': {
      const sum = explained.terms.map(({ left, right }) => `${operand(left)} × ${operand(right)}`).join(' + ');
      return `${factors[matrix]} = ${sum} = ${result}`;
    }
    case 'scaling':
      return `score ÷ √${explained.dK} = ${showTerm(explained.score)} ÷ ${showTerm(explained.root)} = ${result}`;
    case 'softmax': {
      const { largest, shifted, powers, total, power } = explained;
      const exps = shifted.map((score, index) => `exp(${showTerm(score)}) = ${showTerm(powers[index]!)}`).join(', ');
      return `scores less the row’s largest, ${showTerm(largest)}: ${exps}; their sum is ${showTerm(total)}; ${showTerm(power)} ÷ ${showTerm(total)} = ${result}`;
    }
  }
}

/** The chosen number and its arithmetic. */
export function explained(cell: Cell<ComputedName> | undefined, steps: Steps): { what: readonly Part[]; how: string } {
  if (!cell) return { what: ['X: one row a word, one column a feature'], how: 'inputs, not computed; type others' };
  const made = explain(steps, cell);
  return { what: [...nameOf(cell), ` = ${showTerm(made.result)}`], how: arithmeticOf(cell.matrix, made) };
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

const [apple, , delicious] = words;
const [asks, holds] = [2, 0];

export interface Challenge {
  readonly id: 'attend' | 'uniform' | 'one-way';
  readonly task: readonly Part[];
  /** Whether it is met, and what the numbers say now. */
  readonly check: (steps: Steps) => { readonly met: boolean; readonly now: string };
}

export const challenges: readonly Challenge[] = [
  {
    id: 'attend',
    task: ['Make ', ['query', delicious], ' attend to ', ['key', apple], ' by more than 0.8.'],
    check({ weights }) {
      const { met, weight } = attendsBeyond(weights, { query: asks, key: holds }, 0.8);
      return { met, now: `the weight is ${showNumber(weight, 3)}` };
    },
  },
  {
    id: 'uniform',
    task: ['Make every row uniform: each weight within 0.01 of 1/3.'],
    check({ weights }) {
      const { met, farthest } = isUniform(weights, 0.01);
      return { met, now: `the farthest weight is ${showNumber(farthest, 3)} away from 1/3` };
    },
  },
  {
    id: 'one-way',
    task: [
      'Make matching one-way: ',
      ['query', apple],
      ' asking ',
      ['key', delicious],
      ' scores above 0, ',
      ['query', delicious],
      ' asking ',
      ['key', apple],
      ' below 0.',
    ],
    check({ scores }) {
      const { met, forth, back } = matchesOneWay(scores, { query: holds, key: asks });
      return { met, now: `the scores are ${showTerm(forth)} and ${showTerm(back)}` };
    },
  },
];

/** How one cell of a matrix is shown. */
export interface CellView {
  readonly number: number;
  readonly look: 'chosen' | 'source' | '';
  /** Whether the tab key stops here: once in each computed matrix. */
  readonly isStop: boolean;
  /** What a button says, and what it is called; inputs are typed. */
  readonly text: string;
  readonly label: string;
  /** The shade of a weight. It stops at two fifths of the scale, where the page's ink is still legible on it. */
  readonly style: string | undefined;
}

/** All that follows from the inputs and from what is chosen. */
export function compute(inputs: Inputs, chosen: Cell<ComputedName> | undefined) {
  const steps = attentionSteps(inputs);
  const sources = chosen ? sourcesOf(chosen) : [];
  const view = (matrix: MatrixName, row: number, column: number): CellView => {
    const number = steps[matrix].data[row * looks[matrix].columns.length + column]!;
    const isChosen = chosen?.matrix === matrix && chosen.row === row && chosen.column === column;
    const isStop = chosen?.matrix === matrix ? isChosen : row + column === 0;
    const look = isChosen ? 'chosen' : isAmong(sources, { matrix, row, column }) ? 'source' : '';
    if (isInput(matrix)) {
      const { rows, columns } = looks[matrix];
      const label = `${written(matrix)} row ${row + 1}, ${rows[row]!}; column ${column + 1}, ${columns[column]!}`;
      return { number: inputs[matrix][row]![column]!, look, isStop, text: '', label, style: undefined };
    }
    const computed = matrix as ComputedName;
    const text = showCell(computed, number);
    const label = `${plainText(nameOf({ matrix: computed, row, column }))}, ${text}: show the arithmetic`;
    return {
      number,
      look,
      isStop,
      text,
      label,
      style: matrix === 'weights' ? `background: ${heatColour(number, 2.5)}` : undefined,
    };
  };
  const views = (matrix: MatrixName): readonly (readonly CellView[])[] =>
    looks[matrix].rows.map((_, row) => looks[matrix].columns.map((_, column) => view(matrix, row, column)));
  return {
    steps,
    chosen,
    views: Object.fromEntries((Object.keys(looks) as MatrixName[]).map((name) => [name, views(name)])) as Readonly<
      Record<MatrixName, ReturnType<typeof views>>
    >,
    sums: rowSums(steps.weights.data, words.length),
    checks: challenges.map(({ id, task, check }) => {
      const { met, now } = check(steps);
      return { id, task: plainText(task), met, now: `${met ? 'Met' : 'Not met'}: ${now}.` };
    }),
    ...explained(chosen, steps),
  };
}
