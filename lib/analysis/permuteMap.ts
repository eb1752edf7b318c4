import { checkOrder } from '../permute.ts';

/**
 * The attention map of a sentence whose tokens were put in another order, if order
 * means nothing: the same cells, rows and columns moved alike.
 *
 * @param map (n, n), row-major, row = query.
 * @param order Position i took the token that stood at `order[i]`.
 * @throws RangeError when map and order do not fit.
 * @see Vaswani et al. 2017, section 3.5: without a position signal, attention makes no use of order.
 */
export function permuteMap(map: Float32Array, order: readonly number[]): Float32Array {
  return move(map, order, (to, from) => [to, from]);
}

/**
 * Puts the map of a shuffled sentence back in the order it was written in: the inverse
 * of {@link permuteMap}.
 *
 * @param map (n, n), of the shuffled sentence. @param order As it was shuffled.
 * @throws RangeError when map and order do not fit.
 */
export function unpermuteMap(map: Float32Array, order: readonly number[]): Float32Array {
  return move(map, order, (shuffled, written) => [written, shuffled]);
}

function move(
  map: Float32Array,
  order: readonly number[],
  way: (position: number, named: number) => readonly [to: number, from: number],
): Float32Array {
  const n = order.length;
  checkOrder(order, n);
  if (map.length !== n * n)
    throw new RangeError(`An order of ${n} tokens needs a map of ${n * n} weights, but it has ${map.length}.`);
  const moved = new Float32Array(map.length);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [row, fromRow] = way(i, order[i]!);
      const [column, fromColumn] = way(j, order[j]!);
      moved[row * n + column] = map[fromRow * n + fromColumn]!;
    }
  return moved;
}
