export { fastAttention, type FastOptions } from './attention.ts';
export type { Kernel } from './kernel.ts';
export { fastMatmul } from './matmul.ts';
export { plainKernel } from './plain.ts';
export { sharedKernel } from './shared.ts';
export { wasmKernel } from './wasm/kernel.ts';
