import { booleanMask, causalMask, paddingMask, scaledDotProductAttention } from '../attention/index.ts';
import { fromRows } from '../fromRows.ts';
import { atHand } from './at-hand.ts';
import { shapedTensor, type Case, type Exercise, type Rows, type Shaped } from './exercise.ts';
import { seededRows } from './seeded-rows.ts';

/** Weights as they should be; each bug is one line of it. */
const right = `
function attentionWeights(Q: number[][], K: number[][], causal: boolean, length: number) {
  const hidden = (i: number, j: number) => (causal && j > i) || j >= length;
  const hide = (rows: number[][], by: number) =>
    rows.map((row, i) => row.map((x, j) => (hidden(i, j) ? by : x)));

  const products = multiply(Q, transpose(K));
  const scores = products.map((row) => row.map((x) => x / Math.sqrt(Q[0].length)));
  return hide(scores, -Infinity).map((row) => maskedSoftmax(row));
}
`.trim();

/** By name, the line that is wrong, and what it should be. */
const bugs = {
  'wrong-axis': [
    'return hide(scores, -Infinity).map((row) => maskedSoftmax(row));',
    'return transpose(transpose(hide(scores, -Infinity)).map((row) => maskedSoftmax(row)));',
  ],
  'no-scale': [
    'const scores = products.map((row) => row.map((x) => x / Math.sqrt(Q[0].length)));',
    'const scores = products;',
  ],
  'not-transposed': ['const products = multiply(Q, transpose(K));', 'const products = multiply(Q, K);'],
  'mask-after-softmax': [
    'return hide(scores, -Infinity).map((row) => maskedSoftmax(row));',
    'return hide(scores.map((row) => maskedSoftmax(row)), 0);',
  ],
  'padding-leaks': [
    'const hidden = (i: number, j: number) => (causal && j > i) || j >= length;',
    'const hidden = (i: number, j: number) => (causal && j > i) || j > length;',
  ],
} as const;

export type Bug = keyof typeof bugs;
export const bugNames = Object.keys(bugs) as Bug[];

export type Given = readonly [Q: Rows, K: Rows, causal: boolean, length: number];

/** What the library makes of it. */
export function weightsOf([Q, K, causal, length]: Given): Shaped {
  const [n, m] = [Q.length, K.length];
  const [future, filling] = [causalMask(n, m), paddingMask([length], m)];
  const mask = booleanMask(
    Array.from(future.data, (seen, at) => (!causal || seen === 1) && filling.data[at % m] === 1),
    [n, m],
  );
  return shapedTensor(
    scaledDotProductAttention(fromRows(Q), fromRows(K), fromRows(K), { mask, returns: 'weights' }).weights,
  );
}

const on = (name: string, given: Given, hint: string): Case => ({ name, given, expected: weightsOf(given), hint });

const mended: readonly Case[] = [
  on(
    'three queries and five keys of four features',
    [seededRows(81, 3, 4), seededRows(82, 5, 4), false, 5],
    'Every query is compared with every key: one row for each query, one column for each key. Each score is divided by √dK, and each row shares out a weight of 1.',
  ),
  on(
    'queries and keys of 64 features',
    [seededRows(83, 4, 64), seededRows(84, 4, 64), false, 4],
    'The more features there are, the larger dot products become. Dividing by the square root of their number makes up for it.',
  ),
  on(
    'four words under a causal mask',
    [seededRows(85, 4, 4), seededRows(86, 4, 4), true, 4],
    'What is masked has to be gone before softmax shares out the weight, so that each row still sums to 1.',
  ),
  on(
    'six keys, of which the last two are padding',
    [seededRows(87, 3, 4), seededRows(88, 6, 4), false, 4],
    'Keys are counted from 0. Of six keys with length 4, those at the places 0 to 3 are in use, and those at 4 and 5 are padding.',
  ),
];

/** A broken attention, to be mended by one line. */
export function patient(bug: Bug): Exercise {
  const [line, wrong] = bugs[bug];
  return {
    name: 'attentionWeights',
    atHand: atHand('softmax', 'maskedSoftmax', 'mix', 'multiply', 'transpose'),
    starter: right.replace(line, () => wrong),
    solution: right,
    call: 'attentionWeights(...given)',
    cases: mended,
    tolerance: 1e-5,
  };
}
