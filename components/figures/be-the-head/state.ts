import type { Arrow, PlanarHead } from '#lib/planar/arrows.ts';
import type { TargetId } from '#lib/planar/targets.ts';
import { numbers, oneOf, type State as StateOf } from '../../figure/state/fields.ts';
import { all, limit, names, start, type Chosen } from './game.ts';

const coordinates = { from: -limit, to: limit };
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

export function gameOf({ target, queries, keys, arrow }: StateOf<typeof state>): Game {
  const pairs = (flat: readonly number[]): Arrow[] =>
    all.slice(0, flat.length / 2).map((_, word) => [flat[2 * word]!, flat[2 * word + 1]!]);
  return {
    head: { queries: pairs(queries), keys: pairs(keys) },
    target,
    chosen: all.find((each) => nameOf(each) === arrow)!,
  };
}

/** To the last digit: a map as near as it comes errs in several cells alike, and rounding would choose among them. */
export function sayGame({ head, target, chosen }: Game): StateOf<typeof state> {
  return { target, queries: head.queries.flat(), keys: head.keys.flat(), arrow: nameOf(chosen) };
}
