import { mayAttend } from '../attention/mayAttend.ts';

/**
 * What a layer connects: the positions that know, one step later, what stands at a given
 * position. Positions are counted from 0; staying where one is, is not a step.
 */
export type Connections = (from: number) => readonly number[];

/**
 * A recurrence hands its state to the next position and to no other.
 *
 * @param n Positions.
 * @param backward Reads from the last position to the first.
 */
export function recurrentConnections(n: number, backward = false): Connections {
  const step = backward ? -1 : 1;
  return (from) => [from + step].filter((to) => to >= 0 && to < n);
}

/**
 * A self-attention layer brings what stands at a key's position to every query that may
 * attend to it, by the library's own rule.
 *
 * @param n Positions.
 * @param w Positions a query sees to either side; default all.
 */
export function attentionConnections(n: number, w = -1): Connections {
  const positions = Array.from({ length: n }, (_, position) => position);
  return (key) => positions.filter((query) => query !== key && mayAttend(query, key, { window: [w, w] }));
}
