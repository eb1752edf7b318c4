/**
 * The same attention, fast: 64 queries against 64 keys at a time, in WebAssembly where there are
 * vectors, else in TypeScript.
 */

export { fastAttention, type FastOptions } from './attention.ts';
export type { Kernel } from './kernel.ts';
export { fastMatmul } from './matmul.ts';
export { plainKernel } from './plain.ts';
export { sharedKernel } from './shared.ts';
export { wasmKernel } from './wasm/kernel.ts';
