export { attentionWeights } from './attentionWeights.ts';
export { joinPositions, type KeyValueCache } from './cache.ts';
export { explainOutput, type Contribution, type OutputExplained } from './explainOutput.ts';
export { explainWeight, type Product, type WeightExplained } from './explainWeight.ts';
export { headOf, joinHeads, splitHeads } from './heads.ts';
export { booleanMask, causalMask, paddingMask, windowMask, type BooleanMask, type Mask } from './masks.ts';
export { mayAttend, type Rule, type Window } from './mayAttend.ts';
export { multiHeadAttention, type Projections } from './multiHeadAttention.ts';
export type { AttentionOptions } from './prepare.ts';
export { permuteMap, putBack } from './permuteMap.ts';
export {
  scaledDotProductAttention,
  type Attended,
  type AttendedWith,
  type Stage,
} from './scaledDotProductAttention.ts';
export { capRow, scoreRow } from './scores.ts';
export { softmax, softmaxRow } from './softmax.ts';
export { weightedSum } from './weightedSum.ts';
export { attentionGradient, type AttentionGradient } from './attentionGradient.ts';
export { exponentialKernel, gaussianKernel, kernelSmoothing, type Kernel } from './kernelSmoothing.ts';
export { rowSums } from './rowSums.ts';
export { entropy, largestEntropy } from './entropy.ts';
export { softmaxJacobian, softmaxJacobianNorm, softmaxSlopes } from './softmaxJacobian.ts';
export { nothingSeen, onlineSoftmax, outputOf, takeIn, type Running, type Stop } from './onlineSoftmax.ts';
export { tiledAttention, type TiledAttention, type TiledOptions } from './tiledAttention.ts';
