import type { Tensor } from '../tensor.ts';
import { joinPositions, type KeyValueCache } from './cache.ts';
import type { Mask } from './masks.ts';
import type { Rule } from './mayAttend.ts';
import { rulesOf, type PositionOptions } from './rules.ts';
import { checkMask, sizesOf, type Sizes } from './sizes.ts';

export interface AttentionOptions extends PositionOptions {
  /** Multiplies each dot product; default 1/√dK. */
  readonly scale?: number | undefined;
  /** Bounds the scores to (−softcap, softcap) before the mask; default 0, no bound. */
  readonly softcap?: number | undefined;
  /** Boolean or additive, laid against (…, heads, n, m) from the right. */
  readonly mask?: Mask | undefined;
}

/** What attention is computed from, checked, with every default filled in. */
export interface Prepared extends KeyValueCache {
  readonly Q: Tensor;
  readonly sizes: Sizes;
  readonly scoresShape: readonly number[];
  /** One for each batch item. */
  readonly rules: readonly Rule[];
  readonly mask: Mask | undefined;
  readonly scale: number;
  readonly softcap: number;
}

/**
 * Puts K and V behind those already read, and checks that all fits together.
 *
 * @throws RangeError when shapes disagree or are empty, or a mask, length, offset, window or
 *   softcap does not fit; the sentence names both sides.
 */
export function prepare(Q: Tensor, K: Tensor, V: Tensor, options: AttentionOptions): Prepared {
  const { mask, past, softcap = 0 } = options;
  if (!(softcap >= 0 && softcap < Infinity))
    throw new RangeError(`softcap ${softcap} must be positive and finite: leave it out, or give 0, for no bound.`);
  if (past) [K, V] = [joinPositions(past.K, K, 'K'), joinPositions(past.V, V, 'V')];
  const sizes = sizesOf(Q, K, V);
  const scoresShape = [...sizes.leading, sizes.n, sizes.m];
  if (mask) checkMask(mask, scoresShape);
  const rules = rulesOf(options, sizes);
  const scale = options.scale ?? 1 / Math.sqrt(sizes.dK);
  return { Q, K, V, sizes, scoresShape, rules, mask, scale, softcap };
}
