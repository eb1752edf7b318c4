/**
 * How many layers of dilated convolution it takes until every position sees every other: each
 * layer is k times as widely spaced as the one below, and goes on past the ends as far as it is seen. Centred on its position, a kernel looks
 * (k − 1)/2 of its spacings to either side, and L layers reach (kᴸ − 1)/2: the smallest L with
 * kᴸ ≥ 2n − 1. A causal kernel looks back only, and L layers reach kᴸ − 1: the smallest with kᴸ ≥ n.
 *
 * @param n Positions. @param k Width of the kernel; odd where it is centred.
 * @param causal Looks back only; default no.
 * @throws RangeError when a kernel narrower than 2 would never get there, or one of even width has no centre.
 * @see Vaswani et al. 2017, section 4: O(log_k(n)) layers; Kalchbrenner et al. 2017.
 */
export function dilatedLayers(n: number, k: number, causal = false): number {
  if (!(k >= 2)) throw new RangeError(`A kernel of width ${k} sees one position only: give 2 or more.`);
  if (!causal && k % 2 === 0)
    throw new RangeError(`A kernel of width ${k} has no centre: give an odd width, or let it be causal.`);
  let layers = 0;
  for (let span = 1; span < (causal ? n : 2 * n - 1); span *= k) layers++;
  return layers;
}
