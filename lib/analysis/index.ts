/**
 * What is asked of attention: how widely weights are spread, how they answer to scores, what a
 * gradient can pass, where two maps differ, and how one weight or one output was made.
 */

export { asymmetry, mostUnequalPair } from './asymmetry.ts';
export { attentionGradient, type AttentionGradient } from './attentionGradient.ts';
export { betweenPoles } from './betweenPoles.ts';
export { centreRows } from './centreRows.ts';
export { cutEdge } from './cutEdge.ts';
export { dotProductVariance, spreadOf, varianceError, type Spread } from './dotProductVariance.ts';
export { entropy, largestEntropy } from './entropy.ts';
export { explainOutput, type Contribution, type OutputExplained } from './explainOutput.ts';
export { explainProduct, type ProductExplained, type Term } from './explainProduct.ts';
export { explainSoftmax, type SoftmaxExplained } from './explainSoftmax.ts';
export { explainWeight, type Product, type WeightExplained } from './explainWeight.ts';
export { exponentialKernel, gaussianKernel, kernelSmoothing, type SmoothingKernel } from './kernelSmoothing.ts';
export { largestProducts, type LargestProducts } from './largestProducts.ts';
export { mapDifference } from './mapDifference.ts';
export { mapDistance, type MapDistance } from './mapDistance.ts';
export { meanMap } from './meanMap.ts';
export { neededScores } from './neededScores.ts';
export { normalSaturation } from './normalSaturation.ts';
export { permuteMap, unpermuteMap } from './permuteMap.ts';
export { rowSums } from './rowSums.ts';
export { meanSaturation, saturationOf, type Saturation } from './saturation.ts';
export {
  randomScores,
  saturationSweep,
  type MeasuredScores,
  type SaturationSweep,
  type RawAndScaled,
} from './saturationSweep.ts';
export { similarity } from './similarity.ts';
export { softmaxJacobian, softmaxJacobianNorm, softmaxSlopes } from './softmaxJacobian.ts';
export { strongestPair, type Pair } from './strongestPair.ts';
export { saturationAt, weightsAt } from './temperature.ts';
export { unshiftedTotal } from './unshiftedTotal.ts';
