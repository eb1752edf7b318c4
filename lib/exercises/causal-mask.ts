import { attentionWeights, causalMask } from '../attention/index.ts';
import { fromRows } from '../fromRows.ts';
import { atHand } from './at-hand.ts';
import { shapedTensor, type Case, type Exercise, type Rows } from './exercise.ts';
import { seededRows } from './seeded-rows.ts';

const on = (name: string, scores: Rows, hint: string): Case => ({
  name,
  given: [scores],
  expected: shapedTensor(attentionWeights(fromRows(scores), causalMask(scores.length))),
  hint,
});

/** Weights of a sentence in which no word looks at a later one. */
export const causalWeights: Exercise = {
  name: 'causalWeights',
  atHand: atHand('softmax'),
  starter: `
function causalWeights(scores: number[][]): number[][] {
  return scores.map((row) => softmax(row));
}
`.trim(),
  solution: `
function causalWeights(scores: number[][]): number[][] {
  return scores.map((row, i) => softmax(row.map((score, j) => (j <= i ? score : -Infinity))));
}
`.trim(),
  call: 'causalWeights(...given)',
  cases: [
    on(
      'one word',
      [[5]],
      'The first word has nothing before it. It looks at itself, with all of its weight: query i sees key j where j ≤ i.',
    ),
    on(
      'three words',
      [
        [1, 2, 3],
        [0, 1, 0],
        [2, 0, 1],
      ],
      'Row i is a query. It sees the keys 0 to i. The other scores have to be gone before softmax shares out the weight, and each row must still sum to 1. The matrix that comes in stays as it is.',
    ),
    on(
      'five words',
      seededRows(31, 5, 5),
      'What is right for three words must hold for any number of them: compare the places i and j, and nothing else.',
    ),
    on(
      'scores far below zero',
      [
        [-20_000, 0, 0],
        [-20_001, -20_000, 0],
        [-20_000, -20_000, -20_000],
      ],
      'Beside scores of −20,000 a masked score of −10,000 is large. Only one number is below every score.',
    ),
  ],
  tolerance: 1e-6,
};
