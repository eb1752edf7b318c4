/**
 * Tensors and what is done with them; all of `attention`, and its fast version from `kernels`.
 */

export * from './attention/index.ts';
export { cosine } from './cosine.ts';
export { fromRows } from './fromRows.ts';
export { fastAttention, fastMatmul, type FastOptions } from './kernels/index.ts';
export { largestDifference, type Difference } from './largestDifference.ts';
export { matmul } from './matmul.ts';
export { checkOrder, permute, shuffledOrder } from './permute.ts';
export { seededNormal, seededRandom, type Random } from './random.ts';
export { rowCosines } from './rowCosines.ts';
export { showShape, sizeOf, tensor, type Tensor } from './tensor.ts';
export { transpose } from './transpose.ts';
