import { seededRandom } from './random.ts';

/**
 * An order to shuffle n things into: position i takes the thing that stood at `order[i]`.
 * Shuffled by Fisher and Yates (Knuth 1997, TAOCP vol. 2, algorithm 3.4.2 P), again and
 * again until something has moved.
 *
 * @param n At least 0; of fewer than two things nothing can move.
 * @param seed The same seed gives the same order.
 */
export function shuffledOrder(n: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: n }, (_, index) => index);
  do {
    for (let last = n - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
  } while (n > 1 && order.every((from, to) => from === to));
  return order;
}

/**
 * Things in another order: position i takes the thing that stood at `order[i]`.
 *
 * @throws RangeError when the order does not name each thing once.
 */
export function permute<T>(things: readonly T[], order: readonly number[]): T[] {
  checkOrder(order, things.length);
  return order.map((from) => things[from]!);
}

/**
 * Checks that an order names each of n positions once.
 *
 * @throws RangeError unless `order` holds each of 0 … n − 1 once.
 */
export function checkOrder(order: readonly number[], n: number): void {
  if (order.length !== n || order.toSorted((a, b) => a - b).some((from, index) => from !== index))
    throw new RangeError(`The order ${order.join(', ')} must name each of the ${n} positions from 0 to ${n - 1} once.`);
}
