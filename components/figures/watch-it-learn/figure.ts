import { defineFigure } from '../../figure/definition.ts';
import { entry, swatch } from '../../figure/phrase.ts';
import { heatmap } from '../../plots/heatmap.ts';
import { learningCurve, type LearningCurve } from '../../plots/learning-curve.ts';
import { showPercent } from '../../plots/percent.ts';
import { answers } from './answers.ts';
import { compute, find, fit, guessesOf, lossOfGuess, seeds, state, type Shown } from './compute.ts';
import { budget, longest, type Point } from './run.ts';
import { progressOf, readout, runName, tables } from './wording.ts';

function curveOf({ run, before }: Shown, value: (point: Point) => number) {
  const valuesOf = (points: readonly Point[] = []) => points.map((point) => [point.step, value(point)] as const);
  return {
    points: valuesOf(run.points),
    before: valuesOf(before?.points),
    steps: budget * Math.max(1, Math.ceil(Math.max(run.step, before?.step ?? 0) / budget)),
  } satisfies Partial<LearningCurve>;
}

export default defineFigure({
  id: 'watch-it-learn',
  title: 'Attention, while it is learned',
  badge: ({ run }) => (run.step === 0 ? 'seeded random' : 'trained'),
  source: ({ run, isRecorded }) =>
    run.step === 0
      ? `before the first step, seed ${run.seed}`
      : isRecorded
        ? `a recorded run, seed ${run.seed}`
        : 'just now, by your browser',
  wide: true,
  state,
  finding: { on: ['task', 'layers', 'seed'], read: (state) => find(state)! },
  fit,
  compute,
  controls: [
    { kind: 'strip', field: 'task', label: 'Task', options: ['Say it backwards', 'Look up values'] },
    { kind: 'strip', field: 'layers', label: 'Layers of attention', options: ['One', 'Two'] },
    {
      kind: 'select',
      field: 'seed',
      label: 'Seed',
      options: Array.from({ length: seeds.to }, (_, at) => String(at + seeds.from)),
    },
    {
      kind: 'press',
      label: ({ run, isRunning, isRecorded }) =>
        isRunning ? 'Pause' : isRecorded ? 'Train it here' : run.step === 0 ? 'Start' : 'Go on',
      class: 'train primary',
      act: () => ({}),
      isDisabled: ({ run, isRunning }) => !isRunning && run.step >= longest,
    },
    {
      kind: 'press',
      label: 'Step',
      class: 'step',
      act: () => ({}),
      isDisabled: ({ run, isRunning }) => isRunning || run.step >= longest,
    },
    { kind: 'press', label: 'Reset', class: 'reset', act: () => ({}), isDisabled: ({ run }) => run.step === 0 },
    { kind: 'strip', field: 'pace', label: 'Steps at a time', options: state.pace.names! },
    {
      kind: 'strip',
      field: 'look',
      label: 'Map of the layer',
      options: ['First', 'Second'],
      isHidden: ({ run }) => run.layers === 1,
    },
  ],
  body: [
    { kind: 'text', class: 'progress', text: progressOf },
    {
      kind: 'panes',
      panes: {
        right: {
          title: 'Answers that are right',
          drawing: {
            class: 'chart',
            width: 416,
            label: 'The share of right answers against the steps of the training. The table has the numbers.',
            plot: (shown, surface) =>
              learningCurve(
                {
                  ...curveOf(shown, ({ accuracy }) => accuracy),
                  domain: [0, 1],
                  ticks: [0, 0.25, 0.5, 0.75, 1],
                  show: (share) => showPercent(share),
                  without: {
                    value: 1 / guessesOf(shown.run),
                    label: `a guess: 1 in ${guessesOf(shown.run)}`,
                  },
                },
                surface,
              ),
          },
        },
        loss: {
          title: 'Loss',
          drawing: {
            class: 'chart',
            width: 416,
            label: 'The loss in nats against the steps of the training. The table has the numbers.',
            plot: (shown, surface) =>
              learningCurve(
                {
                  ...curveOf(shown, ({ loss }) => loss),
                  domain: [0, 3.5],
                  ticks: [0, 1, 2, 3],
                  show: String,
                  without: { value: lossOfGuess(shown.run), label: `a guess: 1 in ${guessesOf(shown.run)}` },
                },
                surface,
              ),
          },
          legend: ({ run, before }) => [
            entry(swatch('run'), runName(run)),
            ...(before ? [entry(swatch('before'), `before: ${runName(before)}`)] : []),
          ],
        },
        map: {
          title: 'What attends to what',
          drawing: {
            class: 'map',
            width: 416,
            label: ({ run }) =>
              `Attention weights on one sequence after ${run.step} steps: row = query, column = key. Arrow keys move from cell to cell.`,
            plot: ({ labels, weights, allowed }, surface) =>
              heatmap({ queries: labels, keys: labels, weights, allowed, max: 1 }, surface),
            point: {
              kind: 'cells',
              fields: ['query', 'key'],
              size: ({ labels }) => [labels.length, labels.length],
              chosen: ({ query, key }) => [query, key],
            },
          },
          legend: ['0 ', { tag: 'i' }, ' 1 attention weight'],
          below: answers,
        },
      },
    },
  ],
  readout,
  tables,
});
