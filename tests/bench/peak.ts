import { advance, assemble, f32x4, repeat, routine } from '../../lib/kernels/wasm/assembler.ts';
import { fastestMadd } from '../../lib/kernels/wasm/wasmKernel.ts';
import { median } from './measure.ts';

/** Sums that are fed in turn: enough that none waits for itself, few enough that each has a register. */
const counts = [8, 10, 12];
const turns = 50_000;
const samples = 30;

/**
 * How fast this machine multiplies and adds with the kernel's own instruction and everything in
 * registers: the best of several loops, each by its median, in GFLOP/s.
 */
export function measurePeak(): number {
  const madd = fastestMadd();
  if (!madd) return NaN;
  const loop = (count: number) =>
    routine({ address: 'i32', turns: 'i32' }, ({ address, turns }, local) => {
      const [a, b] = [local('v128'), local('v128')];
      const sums = Array.from({ length: count }, () => local('v128'));
      return [
        a.set(f32x4.load(address.get)),
        b.set(f32x4.load(address.get, 16)),
        repeat(turns, ...sums.map((sum) => sum.set(madd(a.get, b.get, sum.get)))),
        ...sums.flatMap((sum) => [f32x4.store(address.get, 0, sum.get), advance(address, 16)]),
      ];
    });
  return Math.max(
    ...counts.map((count) => {
      const bytes = assemble({ loop: loop(count) }, 1);
      const { loop: run } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as {
        loop: (address: number, turns: number) => void;
      };
      const times = Array.from({ length: samples }, () => {
        const start = performance.now();
        run(0, turns);
        return performance.now() - start;
      });
      return (8 * count * turns) / median(times) / 1e6;
    }),
  );
}
