import { plainKernel } from '../../../lib/kernels/plainKernel.ts';
import { f32x4 } from '../../../lib/kernels/wasm/assembler.ts';
import { mulThenAdd, wasmKernel } from '../../../lib/kernels/wasm/wasmKernel.ts';

/** Every kernel there is. Node has all that they need. */
export const kernels = {
  'WebAssembly, relaxed': wasmKernel(f32x4.relaxedMadd)!,
  WebAssembly: wasmKernel(mulThenAdd)!,
  TypeScript: plainKernel(),
};
