import { advance, f32x4, i32, repeat, routine } from './assembler.ts';
import { eightFloats, float, toBytes, vectorLanes, vectors } from './bytes.ts';

/** Eight rows of a matrix, laid lane by lane: (8, columns) → (columns, 8), times a scale. */
export const pack = routine(
  { from: 'i32', stride: 'i32', columns: 'i32', scale: 'f32', to: 'i32' },
  ({ from, stride, columns, scale, to }, local) => {
    const vector = local('v128');
    const row = local('i32');
    return [
      ...toBytes(from, stride, to),
      repeat(
        columns,
        row.set(from.get),
        ...vectors.flatMap((v) => [
          ...vectorLanes.flatMap((lane) => [
            vector.set(f32x4.loadLane(row.get, vector.get, lane)),
            row.set(i32.add(row.get, stride.get)),
          ]),
          f32x4.store(to.get, 16 * v, f32x4.mul(vector.get, f32x4.splat(scale.get))),
        ]),
        advance(from, float),
        advance(to, eightFloats),
      ),
    ];
  },
);

/** The way back: (columns, 8) → (8, columns), each row times its factor; and whether all of it is finite, as 0 · x is 0 then and else NaN. */
export const unpack = routine(
  { from: 'i32', factor: 'i32', columns: 'i32', to: 'i32', stride: 'i32', check: 'i32' },
  ({ from, factor, columns, to, stride, check }, local) => {
    const vector = local('v128');
    const row = local('i32');
    const zeros = vectors.map(() => local('v128'));
    return [
      ...toBytes(from, factor, to, stride, check),
      repeat(
        columns,
        row.set(to.get),
        ...vectors.flatMap((v) => [
          vector.set(f32x4.mul(f32x4.load(from.get, 16 * v), f32x4.load(factor.get, 16 * v))),
          zeros[v]!.set(f32x4.add(zeros[v]!.get, f32x4.mul(vector.get, f32x4.const(0)))),
          ...vectorLanes.flatMap((lane) => [
            f32x4.storeLane(row.get, vector.get, lane),
            row.set(i32.add(row.get, stride.get)),
          ]),
        ]),
        advance(from, eightFloats),
        advance(to, float),
      ),
      ...zeros.map((zero, v) => f32x4.store(check.get, 16 * v, zero.get)),
    ];
  },
);
