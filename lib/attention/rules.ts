import type { KeyValueCache } from './cache.ts';
import type { Rule, Window } from './mayAttend.ts';
import type { Sizes } from './sizes.ts';

/** The options that decide by position alone which keys a query may attend to. */
export interface PositionOptions {
  /** Lets query i see key j only where j ≤ i + offset. */
  readonly causal?: boolean | undefined;
  /** Lets query i see only keys near i + offset: [left, right] in positions, −1 for no bound. */
  readonly window?: Window | undefined;
  /** Keys and values of earlier positions; K and V are put behind them. */
  readonly past?: KeyValueCache | undefined;
  /** Keys in use, from the first, one count for each batch item; default all. */
  readonly validLengths?: readonly number[] | undefined;
  /**
   * Where the first query stands among the keys, for all or for each batch item. Default: the
   * cached length; without a cache, validLengths − n (which may be negative); without either, 0.
   */
  readonly offset?: number | readonly number[] | undefined;
}

const isCount = (x: number) => Number.isInteger(x) && x >= 0;

function check({ window, validLengths, offset }: PositionOptions, { batch, m }: Sizes): void {
  if (window && !(window.length === 2 && window.every((side) => isCount(side) || side === -1)))
    throw new RangeError(
      `The window [${window.join(', ')}] needs two whole numbers of positions, left and right: write −1 to leave a side open.`,
    );
  if (validLengths && validLengths.length !== batch)
    throw new RangeError(
      `validLengths has ${validLengths.length} entries, but the batch has ${batch}: give one length for each batch item.`,
    );
  if (validLengths && !validLengths.every((length) => isCount(length) && length <= m))
    throw new RangeError(
      `validLengths [${validLengths.join(', ')}] must be whole numbers from 0 to the ${m} keys there are: count the keys in use, from the first.`,
    );
  if (typeof offset === 'object' && offset.length !== batch)
    throw new RangeError(
      `offset has ${offset.length} entries, but the batch has ${batch}: give one number, or one for each batch item.`,
    );
  if (offset !== undefined && ![offset].flat().every(Number.isInteger))
    throw new RangeError(`offset ${[offset].flat().join(', ')} must be a whole number of positions: round it.`);
}

/**
 * The rule of each batch item.
 *
 * @returns batch rules, in order.
 * @throws RangeError when a window, length or offset is not usable, or their count is not the batch's.
 * @see ONNX Attention operator, opset 24, for where the offset comes from.
 */
export function rulesOf(options: PositionOptions, sizes: Sizes): Rule[] {
  check(options, sizes);
  const { causal, window, past, validLengths, offset } = options;
  const cached = past?.K.shape.at(-2);
  const rules: Rule[] = [];
  for (let item = 0; item < sizes.batch; item++) {
    const validLength = validLengths?.[item];
    const given = typeof offset === 'object' ? offset[item] : offset;
    const fromEnd = validLength === undefined ? 0 : validLength - sizes.n;
    rules.push({ causal, window, validLength, offset: given ?? cached ?? fromEnd });
  }
  return rules;
}
