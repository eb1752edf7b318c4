import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { convexHull, type Point } from '#lib/planar/convexHull.ts';
import { distanceOutside } from '#lib/planar/distanceOutside.ts';
import { tensor } from '#lib/tensor.ts';
import { defineFigure, type Slider } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { defaultsOf } from '../../figure/state/state.ts';
import { numbers, oneOf, optional, type State } from '../../figure/state/fields.ts';
import { blend } from '../../plots/blend.ts';
import { showNumber } from '../../plots/number.ts';
import { showWeight } from '../../plots/weight.ts';

/** Set by hand: what five keys hand over, as points of a plane, and how well each fits the query. */
const keys = ['apple', 'river', 'bank', 'money', 'bread'] as const;
const limit = 2;
const step = 0.1;
/** The plane is drawn a little beyond the values, so that one at the edge can be held. */
const extent = 2.4;

const state = {
  /** x and y of each value, one after the other. */
  values: numbers([-1.5, 1.1, -1.4, -1.3, 0.1, 1.6, 1.6, 0.4, 0.8, -1.5], { from: -limit, to: limit }),
  scores: numbers([0.5, 0, 1.5, 2, -1], { from: -4, to: 4, step }),
  /** The value in hand. */
  held: optional(oneOf('apple', keys)),
};

interface Shown {
  readonly scores: readonly number[];
  readonly weights: Float32Array;
  readonly points: readonly Point[];
  readonly output: Point;
  readonly hull: readonly Point[];
  readonly held: (typeof keys)[number] | undefined;
}

/** A query of one feature, 1, meets keys that are their own scores: what is left is the blend. */
function compute({ values, scores, held }: State<typeof state>): Shown {
  const m = keys.length;
  const { weights, output } = scaledDotProductAttention(
    tensor([1], [1, 1]),
    tensor([...scores], [m, 1]),
    tensor([...values], [m, 2]),
    { scale: 1, returns: 'weights' },
  );
  const points = keys.map((_, key): Point => [values[2 * key]!, values[2 * key + 1]!]);
  return {
    scores,
    weights: weights.data,
    points,
    output: [output.data[0]!, output.data[1]!],
    hull: convexHull(points),
    held,
  };
}

export default defineFigure({
  id: 'convex-hull',
  title: 'A blend stays among the things blended',
  badge: 'hand-set',
  source: 'arithmetic computed',
  wide: true,
  state,
  compute,
  controls: [
    ...keys.map((key, entry): Slider<typeof state, Shown> => ({
      kind: 'slider',
      field: 'scores',
      entry,
      label: ['score of ', ['key', key]],
      show: ({ scores }) => showNumber(scores[entry]!, 1),
    })),
    { kind: 'press', label: 'As at the start', act: () => defaultsOf(state) },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        values: {
          drawing: {
            class: 'plane',
            width: 416,
            label: 'Five values as points of a plane, and the output among them',
            plot: ({ weights, points, held, ...rest }, surface) => {
              const values = keys.map((label, key) => ({
                label,
                at: points[key]!,
                weight: weights[key]!,
                chosen: label === held,
              }));
              return blend({ values, extent, ...rest }, surface);
            },
            point: {
              kind: 'plane',
              extent,
              limit,
              step,
              handles: keys.map((key, index) => ({
                label: `Value of ${key}`,
                field: 'values' as const,
                first: 2 * index,
              })),
              say: ([x, y]) => `${showNumber(x, 1)} across, ${showNumber(y, 1)} up`,
              held: 'held',
            },
          },
        },
      },
    },
  ],
  readout({ weights, output, hull }) {
    const ranked = keys.map((label, key) => ({ label, weight: weights[key]! })).toSorted((a, b) => b.weight - a.weight);
    const [first, second] = ranked;
    return [
      'The ',
      ['output', 'output'],
      ` stands at (${output.map((coordinate) => showNumber(coordinate)).join(', ')}): `,
      ['weights', showWeight(first!.weight)],
      ' of ',
      ['value', first!.label],
      ', ',
      ['weights', showWeight(second!.weight)],
      ' of ',
      ['value', second!.label],
      `, and the rest. Outside the hull of the values by ${showNumber(distanceOutside(output, hull))}.`,
    ];
  },
  tables: ({ scores, weights, points, output }) => [
    {
      caption: 'Five keys of one query: score, weight, and the two numbers of each value; their blend below.',
      rows: [...keys, 'output'],
      columns: ['score', 'weight', 'value x', 'value y'],
      words: keys,
      cell(row, column) {
        if (column >= 2) return exact((points[row] ?? output)[column - 2]!, showNumber);
        if (row === keys.length) return '';
        return column === 0 ? exact(scores[row]!, showNumber) : exact(weights[row]!, showWeight);
      },
    },
  ],
});
