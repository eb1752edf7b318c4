import type { Kernel } from '../kernel.ts';
import { pack, unpack } from './abreast.ts';
import { assemble, f32x4 } from './assembler.ts';
import { product, type Madd } from './product.ts';
import { share, softmax } from './softmax.ts';

const page = 2 ** 16;

const inTwo: Madd = (a, b, c) => f32x4.add(f32x4.mul(a, b), c);
const inOne: Madd = f32x4.relaxedMadd;

/** The module's bytes: with one rounding for a · b + c, which not every machine has, or with two. */
export function moduleBytes({ relaxed }: { readonly relaxed: boolean }): Uint8Array<ArrayBuffer> {
  const madd = relaxed ? inOne : inTwo;
  return assemble({
    pack,
    scores: product({ apart: true, rescaled: false }, madd),
    softmax: softmax(madd),
    mix: product({ apart: false, rescaled: true }, madd),
    share: share(madd),
    unpack,
  }, 1);
}

type Places = (...places: readonly number[]) => void;
type Exports = Record<'pack' | 'scores' | 'softmax' | 'mix' | 'share' | 'unpack', Places> & { readonly memory: WebAssembly.Memory };

/**
 * The steps in WebAssembly with vectors.
 *
 * @returns Nothing where this machine has no vectors in WebAssembly.
 */
export function wasmKernel(): Kernel | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = [true, false].map((relaxed) => moduleBytes({ relaxed })).find((bytes) => WebAssembly.validate(bytes));
  return bytes && kernelOf(bytes);
}

/** An instance of a module of {@link moduleBytes}, with a memory of its own. */
export function kernelOf(bytes: Uint8Array<ArrayBuffer>): Kernel {
  const { memory, scores, mix, ...steps } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
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
    scores: (q, k, s, dK, keys) => scores(q, k, s, dK, keys, dK, 0),
    mix: (p, v, o, keys, columns, rescale) => mix(p, v, o, keys, columns, columns, rescale),
  };
}
