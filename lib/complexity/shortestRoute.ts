import type { Connections } from './connections.ts';

/**
 * The shortest way for what stands at one position to reach another, by breadth-first
 * search: positions are visited in the order of how many steps away they are.
 *
 * @returns Every stop, both ends included, so that the path length is one less than the
 *   number of stops; only `from` where both are the same; undefined where no way leads there.
 * @see Vaswani et al. 2017, section 4: path length between positions.
 */
export function shortestRoute(connections: Connections, from: number, to: number): readonly number[] | undefined {
  const cameFrom = new Map<number, number | undefined>([[from, undefined]]);
  // A Map keeps its order and is walked while it grows: it is the queue as well.
  for (const [here] of cameFrom) {
    if (here === to) return backFrom(to, cameFrom);
    for (const next of connections(here)) if (!cameFrom.has(next)) cameFrom.set(next, here);
  }
  return undefined;
}

function backFrom(end: number, cameFrom: ReadonlyMap<number, number | undefined>): number[] {
  const stops: number[] = [];
  for (let at: number | undefined = end; at !== undefined; at = cameFrom.get(at)) stops.unshift(at);
  return stops;
}
