import type { Rule } from './mayAttend.ts';

/** The first key that query i may attend to: judged by position, the keys of a query lie in one stretch. */
export function stretchStart(i: number, { window: [left] = [-1, -1], offset = 0 }: Rule): number {
  return left === -1 ? 0 : Math.max(0, i + offset - left);
}

/** The key after the last of m that query i may attend to; there is none where this is not above {@link stretchStart}. */
export function stretchEnd(
  i: number,
  m: number,
  { causal = false, window: [, right] = [-1, -1], offset = 0, validLength = m }: Rule,
): number {
  const p = i + offset;
  return Math.min(validLength, m, causal ? p + 1 : m, right === -1 ? m : p + right + 1);
}
