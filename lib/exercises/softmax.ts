import { softmaxRow } from '../attention/index.ts';
import { shapedRow, type Case, type Exercise, type Row } from './exercise.ts';

const on = (name: string, scores: Row, hint: string): Case => ({
  name,
  given: [scores],
  expected: shapedRow(softmaxRow(Float32Array.from(scores))),
  hint,
});

/** Softmax of one row, whatever the size of its scores. */
export const stableSoftmax: Exercise = {
  name: 'softmax',
  atHand: '',
  starter: `
function softmax(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
`.trim(),
  solution: `
function softmax(scores: number[]): number[] {
  const max = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - max));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
`.trim(),
  call: 'softmax(...given)',
  cases: [
    on(
      'three small scores',
      [2, 1, 0],
      'Take e to the power of each score, then divide each power by the sum of all powers. The list that comes in stays as it is.',
    ),
    on(
      'scores near 10,000',
      [10_000, 9_999, 9_998],
      'e to the power of 10,000 is too large for a number. The weights stay the same when you subtract one number from all scores. Which number makes the largest power e to the power of 0?',
    ),
    on(
      'scores near −10,000',
      [-10_000, -9_999],
      'Here every power is so small that it becomes 0, and 0 / 0 is not a number. Subtract the largest score with its sign: −9,999, and not 9,999.',
    ),
    on(
      'one score of 10,000 beside zeros',
      [10_000, 0, 0, 0],
      'The mean of these scores is 2,500. After you subtract it, 7,500 is left, and e to that power is still too large. Only one choice makes sure that no power is larger than 1.',
    ),
    on(
      'a score of −∞ beside others',
      [1, -Infinity, 3],
      'This is what a mask does to a score. Its weight is 0, and the others share the rest.',
    ),
  ],
  tolerance: 1e-6,
};
