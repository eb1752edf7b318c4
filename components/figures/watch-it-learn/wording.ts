import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { showNumber } from '../../plots/number.ts';
import { showPercent } from '../../plots/percent.ts';
import { showWeight } from '../../plots/weight.ts';
import type { Shown } from './compute.ts';
import type { Run } from './run.ts';

const count = (steps: number): string => `${steps.toLocaleString('en')} ${steps === 1 ? 'step' : 'steps'}`;

/** `two layers, seed 3`. */
export const runName = ({ layers, seed }: Pick<Run, 'layers' | 'seed'>): string =>
  `${layers === 1 ? 'one layer' : 'two layers'}, seed ${seed}`;

/** Where a run stands. It changes with every drawing, and so is not read aloud. */
export function progressOf({ run }: Shown): string {
  const last = run.points.at(-1);
  if (!last) return 'Not trained yet: its weights are random numbers.';
  return `Step ${last.step.toLocaleString('en')}: loss ${showNumber(last.loss, 3)}, ${showPercent(last.accuracy)} right.`;
}

/** What is read aloud, and so at rest only. */
export function readout({ run, isRunning, labels, weights, query, key }: Shown): Part[] {
  if (isRunning) return ['It is being trained in your browser: what came out stands here when it rests.'];
  const last = run.points.at(-1);
  const state = last ? `After ${count(run.step)}, ${showPercent(last.accuracy)} are right.` : 'Before the first step.';
  return [
    `${state} In the map, query `,
    ['query', labels[query]!],
    ` at place ${query + 1} attends to key `,
    ['key', labels[key]!],
    ` at place ${key + 1}: `,
    ['weights', showWeight(weights[query * labels.length + key]!)],
  ];
}

export function tables({ run, before, labels, weights }: Shown): NumberTable[] {
  const runs = before ? [run, before] : [run];
  const stepsOf = [...new Set(runs.flatMap(({ points }) => points.map(({ step }) => step)))].toSorted((a, b) => a - b);
  const places = labels.map((label, place) => `${label} (${place + 1})`);
  const points = runs.map((each) => new Map(each.points.map((point) => [point.step, point])));
  return [
    {
      caption: `Loss in nats, and the share of answers that were right in per cent, on the 32 sequences of each step before the weights moved. ${runs.map(runName).join('; before it, ')}.`,
      corner: 'step',
      rows: stepsOf.map((step) => exact(step)),
      columns: runs.flatMap((each) => [`loss, ${runName(each)}`, `right, ${runName(each)}`]),
      cell: (row, column) => {
        const point = points[Math.floor(column / 2)]!.get(stepsOf[row]!);
        if (!point) return '';
        return column % 2 === 0
          ? exact(point.loss, (loss) => showNumber(loss, 3))
          : exact(100 * point.accuracy, (share) => share.toFixed(0));
      },
    },
    {
      caption: 'Attention weights of the layer shown: row = query, column = key, each with its place.',
      rows: places,
      columns: places,
      words: places,
      cell: (query, key) => exact(weights[query * labels.length + key]!, showWeight),
    },
  ];
}
