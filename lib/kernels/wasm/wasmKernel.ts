import type { Kernel } from '../kernel.ts';
import { assemble, f32x4 } from './assembler.ts';
import { pack, unpack } from './pack.ts';
import { product, type Madd } from './product.ts';
import { normalise, softmax } from './softmax.ts';

const page = 2 ** 16;

/** a · b + c in two instructions, rounded twice. */
export const mulThenAdd: Madd = (a, b, c) => f32x4.add(f32x4.mul(a, b), c);
/** The fastest way to a · b + c that this machine validates: rounded once, or twice; nothing where it has no vectors. */
export function fastestMadd(): Madd | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  return [f32x4.relaxedMadd, mulThenAdd].find((madd) => WebAssembly.validate(moduleBytes(madd)));
}

/** The module's bytes. */
export function moduleBytes(madd: Madd): Uint8Array<ArrayBuffer> {
  return assemble(
    {
      pack,
      scores: product('keys', madd),
      softmax: softmax(madd),
      accumulate: product('values', madd),
      normalise: normalise(madd),
      unpack,
    },
    1,
  );
}

type Exports = Omit<Kernel, 'memory' | 'reserve'> & { readonly memory: WebAssembly.Memory };

/** The steps in WebAssembly, with a memory of their own; nothing where this machine has no vectors in it. */
export function wasmKernel(madd = fastestMadd()): Kernel | undefined {
  if (!madd) return undefined;
  const module = new WebAssembly.Module(moduleBytes(madd));
  const { memory, ...steps } = new WebAssembly.Instance(module).exports as Exports;
  let numbers = new Float32Array(memory.buffer);
  return {
    ...steps,
    get memory() {
      return numbers;
    },
    reserve(floats) {
      const missing = floats * 4 - numbers.byteLength;
      if (missing <= 0) return;
      memory.grow(Math.ceil(missing / page));
      numbers = new Float32Array(memory.buffer);
    },
  };
}
