import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { convexHull, type Point } from '#lib/planar/convexHull.ts';
import { distanceOutside } from '#lib/planar/distanceOutside.ts';
import { tensor } from '#lib/tensor.ts';
import type { State } from '../../figure/state/fields.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Blend } from '../../plots/blend.ts';
import { showNumber } from '../../plots/number.ts';
import { showWeight } from '../../plots/weight.ts';
import { keys, type state } from './state.ts';

export type Choice = State<typeof state>;

/** The plane is drawn a little beyond the values, so that one at the edge can be held. */
export const extent = 2.4;

export const pointsOf = ({ values }: Choice): readonly Point[] =>
  keys.map((_, key) => [values[2 * key]!, values[2 * key + 1]!]);

/** A query of one feature, 1, meets keys that are their own scores: what is left is the blend. */
function attend(choice: Choice) {
  const m = keys.length;
  const { weights, output } = scaledDotProductAttention(
    tensor([1], [1, 1]),
    tensor([...choice.scores], [m, 1]),
    tensor([...choice.values], [m, 2]),
    { scale: 1, returns: 'weights' },
  );
  return { weights: weights.data, output: [output.data[0]!, output.data[1]!] as Point };
}

export function blendOf(choice: Choice, chosen?: number): Blend {
  const { weights, output } = attend(choice);
  const points = pointsOf(choice);
  return {
    values: keys.map((label, key) => ({ label, at: points[key]!, weight: weights[key]!, chosen: key === chosen })),
    output,
    hull: convexHull(points),
    extent,
  };
}

const place = ([x, y]: Point): string => `(${showNumber(x)}, ${showNumber(y)})`;

export function readoutOf(choice: Choice): readonly Part[] {
  const { weights, output } = attend(choice);
  const hull = convexHull(pointsOf(choice));
  const ranked = keys.map((label, key) => ({ label, weight: weights[key]! })).toSorted((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  return [
    'The ',
    ['output', 'output'],
    ` stands at ${place(output)}: `,
    ['weights', showWeight(first!.weight)],
    ' of ',
    ['value', first!.label],
    ', ',
    ['weights', showWeight(second!.weight)],
    ' of ',
    ['value', second!.label],
    `, and the rest. Outside the hull of the values by ${showNumber(distanceOutside(output, hull))}.`,
  ];
}

export function tableOf(choice: Choice): NumberTable {
  const { weights, output } = attend(choice);
  const points = pointsOf(choice);
  const rows = [...keys, 'output'];
  const cells = [
    ...keys.map((_, key) => [
      showNumber(choice.scores[key]!),
      showWeight(weights[key]!),
      showNumber(points[key]![0]),
      showNumber(points[key]![1]),
    ]),
    ['', '', showNumber(output[0]), showNumber(output[1])],
  ];
  return {
    caption: 'Five keys of one query: score, weight, and the two numbers of each value; their blend below.',
    rows,
    columns: ['score', 'weight', 'value x', 'value y'],
    cell: (row, column) => cells[row]![column]!,
  };
}
