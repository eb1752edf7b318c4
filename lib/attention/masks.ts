import type { Tensor } from '../tensor.ts';
import { mayAttend, type Rule, type Window } from './mayAttend.ts';

/** A mask of yes and no: 1 = may attend, 0 = may not. */
export interface BooleanMask {
  readonly data: Uint8Array;
  readonly shape: readonly number[];
}

/**
 * Which key each query may attend to, said outright (a boolean mask) or as numbers
 * added to the scores (any tensor; −∞ = may not). Its shape is laid against
 * (batch, heads, n, m) from the right: a missing axis, or one of size 1, serves all.
 * Only the last axis is different: one shorter than m leaves the keys past its end
 * masked, whatever its size (ONNX Attention operator, opset 24).
 */
export type Mask = BooleanMask | Tensor;

/**
 * Wraps yes and no in a shape.
 *
 * @param allowed Row-major; true or 1 = may attend.
 * @param shape Axes whose product is the number of entries; {@link scaledDotProductAttention} checks it.
 */
export function booleanMask(allowed: readonly (boolean | number)[], shape: readonly number[]): BooleanMask {
  return { data: Uint8Array.from(allowed, (yes) => (yes ? 1 : 0)), shape };
}

function maskOf(n: number, m: number, rule: Rule): BooleanMask {
  const data = new Uint8Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) data[i * m + j] = mayAttend(i, j, rule) ? 1 : 0;
  return { data, shape: [n, m] };
}

/**
 * The mask that hides the future: query i may attend to key j where j ≤ i + offset.
 *
 * @param n Queries. @param m Keys.
 * @param offset Keys that came before the first query; may be negative.
 * @returns (n, m)
 * @see Vaswani et al. 2017, section 3.2.3.
 */
export function causalMask(n: number, m = n, offset = 0): BooleanMask {
  return maskOf(n, m, { causal: true, offset });
}

/**
 * The mask that hides what is far: query i, standing at p = i + offset, may attend to
 * key j where p − j ≤ left and j − p ≤ right.
 *
 * @param n Queries. @param m Keys.
 * @param window [left, right] in positions, −1 for no bound.
 * @returns (n, m)
 * @see Beltagy et al. 2020, section 3.1; ONNX Attention operator, opset 25.
 */
export function windowMask(n: number, m: number, window: Window, offset = 0): BooleanMask {
  return maskOf(n, m, { window, offset });
}

/**
 * The mask that hides the filling at the end of shorter sequences.
 *
 * @param lengths Keys in use, one count for each batch item.
 * @param m Keys, filling included.
 * @returns (batch, 1, 1, m): one row for all heads and queries of a batch item.
 */
export function paddingMask(lengths: readonly number[], m: number): BooleanMask {
  const rows = lengths.map((validLength) => maskOf(1, m, { validLength }).data);
  return booleanMask(
    rows.flatMap((row) => [...row]),
    [lengths.length, 1, 1, m],
  );
}
