/**
 * The same attention, fast: 64 queries against 64 keys at a time, in WebAssembly where there are
 * vectors, else in TypeScript.
 */

export { fastAttention, type FastOptions } from './fastAttention.ts';
export type { Kernel } from './kernel.ts';
export { fastMatmul } from './fastMatmul.ts';
export { plainKernel } from './plainKernel.ts';
export { plainStrided, wasmStrided, type StridedKernel } from './stridedKernel.ts';
export { sharedKernel } from './sharedKernel.ts';
export { wasmKernel } from './wasm/wasmKernel.ts';
