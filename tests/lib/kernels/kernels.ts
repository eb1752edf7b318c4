import { plainKernel } from '../../../lib/kernels/plain.ts';
import { kernelOf, moduleBytes } from '../../../lib/kernels/wasm/kernel.ts';

/** Every kernel there is. Node has all that they need. */
export const kernels = {
  'WebAssembly, relaxed': kernelOf(moduleBytes({ relaxed: true })),
  WebAssembly: kernelOf(moduleBytes({ relaxed: false })),
  TypeScript: plainKernel(),
};
