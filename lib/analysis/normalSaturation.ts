import { seededNormal } from '../random.ts';
import { meanSaturation, saturationOf, type Saturation } from './saturation.ts';
import { softmaxRow } from '../attention/softmax.ts';

/**
 * What saturation to expect where the scores of a query are independent and normal, with
 * mean 0 and one variance: the limit, for many components, of dot products of independent
 * queries and keys. There is no closed form, so it is a mean over draws of its own; every
 * variance takes the same draws, scaled, so that the answers lie on a smooth curve.
 *
 * @param variances Each ≥ 0. @param m Keys of a query. @param samples Queries drawn.
 * @returns One answer a variance. As the variance grows, entropy and norm go to 0, the largest weight to 1.
 * @see Vaswani et al. 2017, section 3.2.1, for the argument.
 */
export function normalSaturation(variances: readonly number[], m: number, samples: number, seed: number): Saturation[] {
  const normal = seededNormal(seed);
  const rows = Array.from({ length: samples }, () => Float32Array.from({ length: m }, normal));
  return variances.map((variance) => {
    const spread = Math.sqrt(variance);
    return meanSaturation(rows.map((row) => saturationOf(softmaxRow(row.map((score) => spread * score)))));
  });
}
