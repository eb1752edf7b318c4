import { advance, f32x4, repeat, routine } from './assembler.ts';
import { exp2Code } from './exp2.ts';
import { eightFloats, toBytes } from './bytes.ts';
import type { Madd } from './product.ts';

/** The two vectors of eight lanes, by their bytes. */
const halves = [0, 16] as const;
/** Where eight maxima, sums and rescales begin in a state, in bytes. */
const maxAt = 0;
const sumAt = eightFloats;
const rescaleAt = 2 * eightFloats;

/** A tile of online softmax for eight queries at once: no number is ever compared with its neighbour in a vector. */
export function softmax(madd: Madd) {
  return routine({ s: 'i32', keys: 'i32', state: 'i32' }, ({ s, keys, state }, local) => {
    const { prepare, exp2 } = exp2Code(local, madd);
    const each = halves.map((at) => ({ at, max: local('v128'), sum: local('v128'), power: local('v128') }));
    const powers = each.map(({ power }) => power);
    const [now, left] = [local('i32'), local('i32')];

    return [
      ...toBytes(s, state),
      ...prepare,
      // #region softmax
      // the largest score of each query, those of the tiles before among them
      ...each.map(({ at, max }) => max.set(f32x4.load(state.get, maxAt + at))),
      now.set(s.get),
      left.set(keys.get),
      repeat(
        left,
        ...each.map(({ at, max }) => max.set(f32x4.pmax(max.get, f32x4.load(now.get, at)))),
        advance(now, eightFloats),
      ),
      // 2^(old max − new max): what moves all that came before
      ...each.map(({ at, max, power }) => power.set(f32x4.sub(f32x4.load(state.get, maxAt + at), max.get))),
      ...exp2(powers),
      ...each.flatMap(({ at, max, sum, power }) => [
        f32x4.store(state.get, maxAt + at, max.get),
        f32x4.store(state.get, rescaleAt + at, power.get),
        sum.set(f32x4.mul(power.get, f32x4.load(state.get, sumAt + at))),
      ]),
      // 2^(score − max), and their sum
      repeat(
        keys,
        ...each.map(({ at, max, power }) => power.set(f32x4.sub(f32x4.load(s.get, at), max.get))),
        ...exp2(powers),
        ...each.flatMap(({ at, sum, power }) => [
          f32x4.store(s.get, at, power.get),
          sum.set(f32x4.add(sum.get, power.get)),
        ]),
        advance(s, eightFloats),
      ),
      // #endregion softmax
      ...each.map(({ at, sum }) => f32x4.store(state.get, sumAt + at, sum.get)),
    ];
  });
}

/** What turns powers into weights once every tile has been seen: 2^(max − latest max) / sum, or 0 where nothing was. */
export function normalise(madd: Madd) {
  return routine({ max: 'i32', state: 'i32', to: 'i32' }, ({ max, state, to }, local) => {
    const { prepare, exp2 } = exp2Code(local, madd);
    const each = halves.map((at) => ({ at, power: local('v128') }));
    return [
      ...toBytes(max, state, to),
      ...prepare,
      ...each.map(({ at, power }) => power.set(f32x4.sub(f32x4.load(max.get, at), f32x4.load(state.get, maxAt + at)))),
      ...exp2(each.map(({ power }) => power)),
      ...each.map(({ at, power }) => {
        const sum = f32x4.load(state.get, sumAt + at);
        return f32x4.store(to.get, at, f32x4.where(sum, f32x4.const(0), f32x4.div(power.get, sum)));
      }),
    ];
  });
}
