import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { tensor } from '../tensor.ts';

/**
 * Which positions an output can come from, through layers of attention that see `side`
 * positions to either side. Not worked out but tried: one input after another is made
 * not-a-number, which the library lets reach exactly the outputs that may attend to it,
 * layer by layer.
 *
 * @param n Positions.
 * @param layers Layers of attention, one on top of the other; 0 leaves each position with itself.
 * @param side Positions seen to either side, or Infinity for all of them.
 * @returns `(n, n)`, row = output, column = input: may the output depend on that input?
 * @throws RangeError when n or layers is not a whole number, or n is less than 1.
 * @see Beltagy et al. 2020, section 3.1: l layers of window w see l × w positions.
 */
export function reach(n: number, layers: number, side: number): readonly (readonly boolean[])[] {
  if (!(Number.isInteger(n) && n >= 1 && Number.isInteger(layers) && layers >= 0))
    throw new RangeError(
      `There are no ${layers} layers over ${n} positions: give whole numbers, and at least 1 position.`,
    );
  const window = Number.isFinite(side) ? ([side, side] as const) : undefined;
  const reached = Array.from({ length: n }, (_, source) => {
    let x = tensor(
      Float32Array.from({ length: n }, (_, at) => (at === source ? NaN : 1)),
      [n, 1],
    );
    for (let layer = 0; layer < layers; layer++)
      x = scaledDotProductAttention(x, x, x, { ...(window && { window }) }).output;
    return Array.from(x.data, Number.isNaN);
  });
  return reached.map((_, output) => reached.map((outputs) => outputs[output]!));
}

/**
 * The layers it takes until an output can come from an input `distance` positions away:
 * each layer carries `side` positions further.
 */
export function layersToReach(distance: number, side: number): number {
  return distance === 0 ? 0 : Math.max(1, Math.ceil(distance / side));
}
