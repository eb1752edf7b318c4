import { fastAttention } from '../../lib/kernels/attention.ts';
import { advance, assemble, f32x4, repeat, routine } from '../../lib/kernels/wasm/assembler.ts';
import { exp2Code } from '../../lib/kernels/wasm/exp2.ts';
import { fastestMadd } from '../../lib/kernels/wasm/kernel.ts';
import { workOf } from './attention-cases.ts';
import { interleaved } from './measure.ts';

const n = 512;
/** Pairs of vectors that one call takes: they stay in the nearest cache, as a tile does. */
const pairs = 64;

/**
 * How much of the kernel's time the exponentials take, from 0 to 1: its own code for 2^x on n²
 * numbers, beside attention of n positions in the same rounds. Nothing where the kernel does not run.
 */
export async function measureExpShare(): Promise<number | undefined> {
  const madd = fastestMadd();
  if (!madd) return undefined;
  const loop = routine({ place: 'i32', turns: 'i32' }, ({ place, turns }, local) => {
    const { prepare, exp2 } = exp2Code(local, madd);
    const pair = [local('v128'), local('v128')];
    return [
      ...prepare,
      repeat(turns,
        ...pair.map((vector, v) => vector.set(f32x4.load(place.get, 16 * v))),
        ...exp2(pair),
        ...pair.map((vector, v) => f32x4.store(place.get, 16 * v, vector.get)),
        advance(place, 32),
      ),
    ];
  });
  const module = new WebAssembly.Module(assemble({ loop }, 1));
  const { loop: run, memory } = new WebAssembly.Instance(module).exports as {
    loop: (place: number, turns: number) => void;
    memory: WebAssembly.Memory;
  };
  const scores = new Float32Array(memory.buffer, 0, 8 * pairs);
  const { Q, K, V } = workOf({ n, d: 64, heads: 1, weights: false, causal: false });
  const output = new Float32Array(V.data.length);
  const { attention, exp } = await interleaved({
    attention: () => fastAttention(Q, K, V, { into: { output } }),
    exp: () => {
      for (let done = 0; done < n * n; done += 8 * pairs) {
        scores.fill(-1);
        run(0, pairs);
      }
    },
  });
  return exp! / attention!;
}
