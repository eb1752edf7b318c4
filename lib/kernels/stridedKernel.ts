import { assemble } from './wasm/assembler.ts';
import { strided } from './wasm/strided.ts';
import { mulThenAdd } from './wasm/wasmKernel.ts';

/**
 * Products of small matrices, and a memory that they stand in. Where steps of attention pack their queries
 * first, a matrix is read here as it lies, or on its side: what training multiplies is too small, and
 * turned too often, for packing to pay.
 */
export interface StridedKernel {
  /** Renewed by `reserve`: ask for it again afterwards. */
  readonly memory: Float32Array;
  /** Makes the memory at least this many floats long; it never shrinks. */
  reserve(floats: number): void;
  /**
   * C[i, j] = Σ A[i, t] · B[t, j] over t, each product and each sum rounded to float32, in the order of t. All offsets
   * and strides are counted in floats; every count is at least 1.
   *
   * May read or overwrite, behind the last number of each matrix, as many as `spare` says.
   *
   * @param a A[i, t] stands at a + i · aRow + t · aStep. @param b B[t, j] at b + t · bRow + j.
   * @param c C[i, j] at c + i · cRow + j, where cRow ≥ m. @param n Rows of C. @param m Its columns.
   */
  multiply(
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    n: number,
    depth: number,
    m: number,
  ): void;
}

/** How many numbers behind a matrix with rows so far apart may be read or overwritten. */
export const spare = (row: number): number => 3 * row + 8;

const page = 2 ** 16;
let module: WebAssembly.Module | undefined;

/** In WebAssembly; nothing where this machine has no vectors in it. */
export function wasmStrided(): StridedKernel | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = assemble({ strided: strided(mulThenAdd) }, 1);
  if (!module && !WebAssembly.validate(bytes)) return undefined;
  module ??= new WebAssembly.Module(bytes);
  const exports = new WebAssembly.Instance(module).exports as {
    readonly memory: WebAssembly.Memory;
    readonly strided: StridedKernel['multiply'];
  };
  let memory = new Float32Array(exports.memory.buffer);
  return {
    get memory() {
      return memory;
    },
    reserve(floats) {
      const missing = floats * 4 - memory.byteLength;
      if (missing <= 0) return;
      exports.memory.grow(Math.ceil(missing / page));
      memory = new Float32Array(exports.memory.buffer);
    },
    multiply: (a, aRow, aStep, b, bRow, c, cRow, n, depth, m) =>
      exports.strided(a, aRow, aStep, b, bRow, c, cRow, Math.ceil(n / 4), depth, Math.ceil(m / 8)),
  };
}

/** In TypeScript, with the same roundings. */
export function plainStrided(): StridedKernel {
  let memory = new Float32Array(0);
  return {
    get memory() {
      return memory;
    },
    reserve(floats) {
      if (floats > memory.length) memory = new Float32Array(floats);
    },
    multiply(a, aRow, aStep, b, bRow, c, cRow, n, depth, m) {
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++) {
          let sum = 0;
          for (let t = 0; t < depth; t++)
            sum = Math.fround(sum + Math.fround(memory[a + i * aRow + t * aStep]! * memory[b + t * bRow + j]!));
          memory[c + i * cRow + j] = sum;
        }
    },
  };
}
