/**
 * How many layers of dilated convolution it takes until the last sees everything: each
 * layer, k times as widely spaced as the one below, sees k times as far. The smallest L
 * with kᴸ ≥ n.
 *
 * @param n Positions. @param k Width of the kernel.
 * @throws RangeError when a kernel narrower than 2 would never get there.
 * @see Vaswani et al. 2017, section 4: O(log_k(n)) layers; Kalchbrenner et al. 2017.
 */
export function dilatedLayers(n: number, k: number): number {
  if (!(k >= 2)) throw new RangeError(`A kernel of width ${k} sees one position only: give 2 or more.`);
  let layers = 0;
  for (let seen = 1; seen < n; seen *= k) layers++;
  return layers;
}
