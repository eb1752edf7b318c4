import type { Kernel } from './kernel.ts';
import { plainKernel } from './plainKernel.ts';
import { wasmKernel } from './wasm/wasmKernel.ts';

let kernel: Kernel | undefined;

/** The fastest kernel that this machine can run, made when first asked for. */
export function sharedKernel(): Kernel {
  return (kernel ??= wasmKernel() ?? plainKernel());
}
