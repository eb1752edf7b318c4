import type { AnyTensor, Arithmetic } from './arithmetic.ts';
import { linear, linearBack, type Linear } from './linear.ts';

/** Two linear layers: (d, hidden) and (hidden, d). */
export interface FeedForward {
  readonly first: Linear;
  readonly second: Linear;
}

/** Y (n, d), and what the way back needs: the hidden numbers after the cut at 0, (n, hidden). */
export interface Fed {
  readonly Y: AnyTensor;
  readonly hidden: AnyTensor;
}

/**
 * Each position on its own: Y = max(0, X W₁ + b₁) W₂ + b₂.
 *
 * @param math The products it is computed with.
 * @param X (n, d)
 * @param layer Its two halves.
 * @returns Y (n, d)
 * @see Vaswani et al. 2017, eq. 2.
 */
export function feedForward(math: Arithmetic, X: AnyTensor, { first, second }: FeedForward): Fed {
  const hidden = linear(math, X, first);
  // Half of them are below 0, in no order: a branch would be guessed wrong each other time.
  for (let at = 0; at < hidden.data.length; at++) hidden.data[at] = Math.max(0, hidden.data[at]!);
  return { Y: linear(math, hidden, second), hidden };
}

/**
 * The way back: a slope passes where the hidden number was above 0, and nowhere else.
 *
 * @param math The products it is computed with.
 * @param X (n, d), as it went in.
 * @param fed As it came out.
 * @param layer Its two halves.
 * @param dY (n, d), the slope of the loss along Y.
 * @returns (n, d), ∂X.
 */
export function feedForwardBack(
  math: Arithmetic,
  X: AnyTensor,
  { hidden }: Fed,
  { first, second }: FeedForward,
  dY: AnyTensor,
): AnyTensor {
  const dHidden = linearBack(math, hidden, second, dY);
  // 1 where it was above 0, else 0.
  for (let at = 0; at < hidden.data.length; at++) dHidden.data[at]! *= Math.min(1, Math.ceil(hidden.data[at]!));
  return linearBack(math, X, first, dHidden);
}
