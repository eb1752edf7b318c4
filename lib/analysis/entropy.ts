/**
 * How widely one query's attention is spread: H = −Σ a ln a, in nats. 0 when one key has it
 * all, ln m when m keys share it equally; eᴴ is the number of equal keys that would be as wide.
 *
 * @param weights m attention weights that sum to 1. A weight of 0 adds nothing: a ln a → 0.
 * @see Shannon 1948, section 6.
 */
export function entropy(weights: ArrayLike<number>): number {
  let spread = 0;
  for (let j = 0; j < weights.length; j++) if (weights[j]! > 0) spread -= weights[j]! * Math.log(weights[j]!);
  return Math.max(0, spread); // a lone weight rounded to just above 1 would give less than nothing
}

/** The most that m keys can have: ln m, all weights equal. */
export function largestEntropy(m: number): number {
  return Math.log(m);
}
