import { centreRows } from '#lib/analysis/centreRows.ts';
import { mapDistance, type MapDistance } from '#lib/analysis/mapDistance.ts';
import { neededScores } from '#lib/analysis/neededScores.ts';
import { planarMap, type Arrow, type PlanarHead } from '#lib/planar/arrows.ts';
import { evenRestLimit } from '#lib/planar/evenRestLimit.ts';
import { evenRestOwn, metWithin, targets, type TargetId } from '#lib/planar/targets.ts';
import { singularValues } from '#lib/linear/singularValues.ts';
import type { Part } from '../../figure/phrase.ts';
import { numbers, oneOf, type State } from '../../figure/state/fields.ts';
import type { Directions } from '../../plots/directions.ts';
import type { MapPair } from '../../plots/map-pair.ts';
import { showNumber } from '../../plots/number.ts';
import type { Plane, PlaneArrow } from '../../plots/plane.ts';

export const words = ['dogs', 'near', 'cats', 'sleep'] as const;

export const names = {
  itself: 'itself',
  previous: 'previous word',
  subject: 'verb → subject',
  evenRest: 'itself ⅝, rest even',
} as const satisfies Record<TargetId, string>;

/** Coordinates run from −2.4 to 2.4 in steps of a twentieth; the plane is drawn a little beyond. */
export const limit = 2.4;
export const step = 0.05;
export const extent = 2.8;

/** Set by hand: every word finds itself but one, whose query points between two keys. */
export const start: PlanarHead = {
  queries: [
    [1.95, 1.85],
    [-0.45, 2.1],
    [-1.95, -1.8],
    [1.85, -2],
  ],
  keys: [
    [1.55, 1.45],
    [-1.5, 1.55],
    [-1.55, -1.45],
    [1.5, -1.6],
  ],
};

export type Kind = 'query' | 'key';
/** One of the eight arrows. */
export interface Chosen {
  readonly kind: Kind;
  readonly word: number;
}
export const all: readonly Chosen[] = (['query', 'key'] as const).flatMap((kind) =>
  words.map((_, word) => ({ kind, word })),
);

export function arrowOf({ queries, keys }: PlanarHead, { kind, word }: Chosen): Arrow {
  return (kind === 'query' ? queries : keys)[word]!;
}

/** The head with one of its arrows moved. */
export function withArrow(head: PlanarHead, { kind, word }: Chosen, to: Arrow): PlanarHead {
  const side = kind === 'query' ? 'queries' : 'keys';
  return { ...head, [side]: head[side].map((arrow, index) => (index === word ? to : arrow)) };
}

/** Everything the figure shows of a head and the map it should make. */
export interface Position {
  readonly weights: Float32Array;
  readonly wanted: Float32Array;
  readonly worst: MapDistance;
  readonly met: boolean;
  readonly reachable: boolean;
  readonly maps: MapPair;
  readonly directions: Directions;
}

export function positionOf(head: PlanarHead, id: TargetId): Position {
  const { weights: target, reachable } = targets[id];
  const weights = planarMap(head).data;
  const worst = mapDistance(weights, target.data, words.length);
  const needed = target.data.every((weight) => weight > 0) ? singularValues(neededScores(target)) : undefined;
  return {
    weights,
    wanted: target.data,
    worst,
    met: worst.by <= metWithin,
    reachable,
    maps: {
      labels: words,
      maps: [
        { title: 'yours', weights },
        { title: 'target', weights: target.data },
      ],
      framed: worst.by > metWithin ? worst : undefined,
    },
    directions: {
      yours: singularValues(centreRows(planarMap(head, 'scores'))),
      needed,
      note: needed
        ? 'singular values: filled yours, outlined needed'
        : 'singular values; this target needs a wide lead',
    },
  };
}

export function planeOf(head: PlanarHead, chosen?: Chosen): Plane {
  const arrows = all.map((each): PlaneArrow => ({
    kind: each.kind,
    label: words[each.word]!,
    at: arrowOf(head, each),
    movable: true,
    chosen: each.kind === chosen?.kind && each.word === chosen.word,
  }));
  // Keys first, so that a query's tip lies on top of a key's.
  return { arrows: arrows.toReversed(), extent, labels: 'around' };
}

/** A point in words: "1.90 left, 0.45 up". */
export function pointInWords([x, y]: Arrow): string {
  return `${Math.abs(x).toFixed(2)} ${x < 0 ? 'left' : 'right'}, ${Math.abs(y).toFixed(2)} ${y < 0 ? 'down' : 'up'}`;
}

/** Where the map is furthest from its target, and whether that is near enough. */
export function readoutOf({ weights, wanted, worst, met, reachable }: Position): string | Part[] {
  const cell = worst.query * words.length + worst.key;
  const nearest = reachable
    ? ''
    : ` No arrows in the plane come nearer than ${showNumber(evenRestLimit(evenRestOwn), 4)}.`;
  if (met) return `Met: no weight is further than ${showNumber(worst.by, 3)} from its target.`;
  return [
    'Furthest off: query ',
    ['query', words[worst.query]!],
    ' gives key ',
    ['key', words[worst.key]!],
    ' ',
    ['weights', showNumber(weights[cell]!, 3)],
    `, wanted ${showNumber(wanted[cell]!, 3)}.${nearest}`,
  ];
}

/** The distance in a line, with what it has to be. */
export function verdictOf({ worst, met }: Position): string {
  return `${met ? 'met' : 'not met'}: off by ${showNumber(worst.by, 3)}, allowed ${metWithin}`;
}

const coordinates = { from: -limit, to: limit, step };
/** Words counted from 1: `query2`. */
const nameOf = ({ kind, word }: Chosen): string => `${kind}${word + 1}`;

export const state = {
  target: oneOf('itself', Object.keys(names) as TargetId[]),
  /** Every word's x and y, one word after the other. */
  queries: numbers(start.queries.flat(), coordinates),
  keys: numbers(start.keys.flat(), coordinates),
  /** The arrow in hand. */
  arrow: oneOf('query2', all.map(nameOf)),
};

export interface Game {
  readonly head: PlanarHead;
  readonly target: TargetId;
  readonly chosen: Chosen;
}

export function gameOf({ target, queries, keys, arrow }: State<typeof state>): Game {
  const pairs = (flat: readonly number[]): Arrow[] =>
    all.slice(0, flat.length / 2).map((_, word) => [flat[2 * word]!, flat[2 * word + 1]!]);
  return {
    head: { queries: pairs(queries), keys: pairs(keys) },
    target,
    chosen: all.find((each) => nameOf(each) === arrow)!,
  };
}

/** To the last digit: a map as near as it comes errs in several cells alike, and rounding would choose among them. */
export function sayGame({ head, target, chosen }: Game): State<typeof state> {
  return { target, queries: head.queries.flat(), keys: head.keys.flat(), arrow: nameOf(chosen) };
}
