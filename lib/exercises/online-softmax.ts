import { emptyRunning, runningOutput, updateRunning } from '../attention/index.ts';
import { shapedRow, type Case, type Exercise, type Row, type Rows } from './exercise.ts';

type Tile = readonly [scores: Row, values: Rows];

function on(name: string, tiles: readonly Tile[], hint: string): Case {
  const running = tiles.reduce(
    (before, [scores, values]) => updateRunning(before, Float32Array.from(scores), Float32Array.from(values.flat())),
    emptyRunning(2),
  );
  return { name, given: tiles, expected: shapedRow(runningOutput(running)), hint };
}

const first: Rows = [
  [4, 0],
  [0, 4],
];
const second: Rows = [
  [8, 2],
  [0, 6],
];

/** One more tile of keys, taken in without keeping a score. */
export const onlineSoftmax: Exercise = {
  name: 'update',
  atHand: '',
  starter: `
interface Running {
  /** The largest score so far, −∞ before any. */
  max: number;
  /** The sum of e to the power of (score − max), 0 before any. */
  sum: number;
  /** The same powers, each times its value, summed: zeros before any. */
  mixed: number[];
}

function update(before: Running, scores: number[], values: number[][]): Running {
  const max = Math.max(...scores);
  let sum = before.sum;
  const mixed = [...before.mixed];
  scores.forEach((score, j) => {
    const power = Math.exp(score - max);
    sum += power;
    values[j].forEach((x, f) => (mixed[f] += power * x));
  });
  return { max, sum, mixed };
}
`.trim(),
  solution: `
interface Running {
  /** The largest score so far, −∞ before any. */
  max: number;
  /** The sum of e to the power of (score − max), 0 before any. */
  sum: number;
  /** The same powers, each times its value, summed: zeros before any. */
  mixed: number[];
}

function update(before: Running, scores: number[], values: number[][]): Running {
  const max = Math.max(before.max, ...scores);
  if (max === -Infinity) return before;
  const rescale = Math.exp(before.max - max);
  let sum = rescale * before.sum;
  const mixed = before.mixed.map((part) => rescale * part);
  scores.forEach((score, j) => {
    const power = Math.exp(score - max);
    sum += power;
    values[j].forEach((x, f) => (mixed[f] += power * x));
  });
  return { max, sum, mixed };
}
`.trim(),
  call: `((tiles) => {
  const start = { max: -Infinity, sum: 0, mixed: [0, 0] };
  const { sum, mixed } = tiles.reduce((before, [scores, values]) => update(before, scores, values), start);
  return mixed.map((part) => part / sum);
})(given)`,
  cases: [
    on(
      'one tile of two keys',
      [[[1, 2], first]],
      'With one tile this is softmax as you know it. The powers are summed in sum; each power times its value is summed in mixed. The division comes at the end, and is not yours.',
    ),
    on(
      'two tiles, the larger scores in the second',
      [
        [[1, 2], first],
        [[4, 3], second],
      ],
      'What was summed before was measured from the old maximum. One factor moves it to the new one, e to the power of (old maximum − new maximum), and both sum and mixed have to be multiplied by it.',
    ),
    on(
      'two tiles, the larger scores in the first',
      [
        [[4, 3], first],
        [[1, 2], second],
      ],
      'The maximum is that of all scores so far, and not of the last tile alone.',
    ),
    on(
      'scores near 1,000',
      [
        [[1_000, 1_001], first],
        [[1_002, 999], second],
      ],
      'e to the power of 1,000 is too large for a number. Subtract the maximum before taking the power.',
    ),
    on(
      'scores near −1,000',
      [
        [[-1_000, -1_001], first],
        [[-1_002, -999], second],
      ],
      'Measured from 0, every power here is 0. The largest score so far is below zero, and the maximum has to be able to say so.',
    ),
    on(
      'a first tile in which every key is masked',
      [
        [[-Infinity, -Infinity], first],
        [[1, 2], second],
      ],
      'Nothing has been seen yet, so the maximum is still −∞, and −∞ − (−∞) is not a number. Such a tile changes nothing.',
    ),
  ],
  tolerance: 1e-5,
};
