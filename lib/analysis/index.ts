export { explainOutput, type Contribution, type OutputExplained } from './explainOutput.ts';
export { explainWeight, type Product, type WeightExplained } from './explainWeight.ts';
export { permuteMap, putBack } from './permuteMap.ts';
export { attentionGradient, type AttentionGradient } from './attentionGradient.ts';
export { exponentialKernel, gaussianKernel, kernelSmoothing, type Kernel } from './kernelSmoothing.ts';
export { rowSums } from './rowSums.ts';
export { entropy, largestEntropy } from './entropy.ts';
export { softmaxJacobian, softmaxJacobianNorm, softmaxSlopes } from './softmaxJacobian.ts';
