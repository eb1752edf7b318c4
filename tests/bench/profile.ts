import { fastAttention } from '../../lib/kernels/fastAttention.ts';
import { advance, assemble, f32x4, repeat, routine } from '../../lib/kernels/wasm/assembler.ts';
import { exp2Code } from '../../lib/kernels/wasm/exp2.ts';
import type { Kernel } from '../../lib/kernels/kernel.ts';
import { fastestMadd, wasmKernel } from '../../lib/kernels/wasm/wasmKernel.ts';
import { workOf, type Profile } from './attention-cases.ts';
import { interleaved } from './measure.ts';

const n = 512;
/** Pairs of vectors that one call takes: they stay in the nearest cache, as a tile does. */
const pairs = 64;

/** The steps that take the time, left out. The others stay: what they leave says that all is well. */
const nothing = { scores() {}, softmax() {}, accumulate() {} };

/**
 * How much of the kernel's time goes where, from 0 to 1 each: every step alone, the others left
 * out, beside the whole in the same rounds; `exp` is the part of softmax that computes powers.
 * Nothing where the kernel does not run.
 */
export async function measureProfile(): Promise<Profile | undefined> {
  const [kernel, exponentials] = [wasmKernel(), exponentialsOf(n * n)];
  if (!kernel || !exponentials) return undefined;
  const { Q, K, V } = workOf({ n, d: 64, heads: 1, weights: false, causal: false });
  const output = new Float32Array(V.data.length);
  const attention = (steps: Kernel) => () => fastAttention(Q, K, V, { into: { output }, kernel: steps });
  const only = (name?: keyof typeof nothing): Kernel => ({
    ...kernel,
    ...nothing,
    ...(name && { [name]: kernel[name] }),
    get memory() {
      return kernel.memory;
    },
    reserve: (floats) => kernel.reserve(floats),
  });
  const times = await interleaved({
    whole: attention(kernel),
    scores: attention(only('scores')),
    softmax: attention(only('softmax')),
    accumulate: attention(only('accumulate')),
    rest: attention(only()),
    exp: exponentials,
  });
  const rest = times['rest']!;
  const share = (name: string): number => (times[name]! - rest) / times['whole']!;
  return {
    scores: share('scores'),
    softmax: share('softmax'),
    accumulate: share('accumulate'),
    exp: times['exp']! / times['whole']!,
  };
}

/** The kernel's own code for 2^x on so many numbers, a nearest cache full at a time. */
function exponentialsOf(count: number): (() => void) | undefined {
  const madd = fastestMadd();
  if (!madd) return undefined;
  const loop = routine({ address: 'i32', turns: 'i32' }, ({ address, turns }, local) => {
    const { prepare, exp2 } = exp2Code(local, madd);
    const pair = [local('v128'), local('v128')];
    return [
      ...prepare,
      repeat(
        turns,
        ...pair.map((vector, v) => vector.set(f32x4.load(address.get, 16 * v))),
        ...exp2(pair),
        // Beside what is read, so that it can be read again.
        ...pair.map((vector, v) => f32x4.store(address.get, 32 * pairs + 16 * v, vector.get)),
        advance(address, 32),
      ),
    ];
  });
  const module = new WebAssembly.Module(assemble({ loop }, 1));
  const { loop: run, memory } = new WebAssembly.Instance(module).exports as {
    loop: (address: number, turns: number) => void;
    memory: WebAssembly.Memory;
  };
  new Float32Array(memory.buffer, 0, 8 * pairs).fill(-1);
  return () => {
    for (let done = 0; done < count; done += 8 * pairs) run(0, pairs);
  };
}
