import { advance, f32x4, i32, repeat, routine, when, type Code } from './assembler.ts';
import { eightFloats, float, toBytes, vectors } from './bytes.ts';

type Vector = Code<'v128'>;
/** a · b + c, in one instruction or in two. */
export type Madd = (a: Vector, b: Vector, c: Vector) => Vector;

/** Columns that are summed at a time: with two vectors of rows each, eight vectors of sums in eight registers. */
const columnsAtOnce = 4;
/** Steps of depth in a turn of the loop, as many as there are; what is left takes single ones. */
const stepsAtOnce = 4;

/**
 * The innermost loop of everything: Σ x[t] · y[t, c] over t, for eight packed rows x.
 * Each step reads two vectors of x and four numbers of y, and feeds eight vectors of sums.
 *
 * @param of With keys, y is (columns, depth), and the product overwrites `out`; with values, y is
 *   (depth, columns), and the product is added to `out` times `rescale`.
 */
export function product(of: 'keys' | 'values', madd: Madd) {
  const keys = of === 'keys';
  const params = { x: 'i32', y: 'i32', out: 'i32', depth: 'i32', columns: 'i32', rescale: 'i32' } as const;
  return routine(params, ({ x, y, out, depth, columns, rescale }, local) => {
    const sums = Array.from({ length: columnsAtOnce }, () => vectors.map(() => local('v128')));
    const X = vectors.map(() => local('v128'));
    const Y = local('v128');
    const [t, xNow, stride] = [local('i32'), local('i32'), local('i32')];
    const yNow = Array.from({ length: keys ? columnsAtOnce : 1 }, () => local('i32'));
    const [first] = yNow as [typeof xNow];
    const at = (c: number, v: number) => c * eightFloats + v * 16;
    const scales = keys ? [] : vectors.map(() => local('v128'));
    const before = (c: number, v: number) =>
      keys ? f32x4.const(0) : f32x4.mul(f32x4.load(out.get, at(c, v)), scales[v]!.get);

    // #region step
    const step = (index: number) => [
      ...X.map((vector, v) => vector.set(f32x4.load(xNow.get, index * eightFloats + v * 16))),
      ...sums.flatMap((column, c) => [
        Y.set(keys ? f32x4.loadSplat(yNow[c]!.get, index * float) : f32x4.loadSplat(first.get, c * float)),
        ...column.map((sum, v) => sum.set(madd(Y.get, X[v]!.get, sum.get))),
      ]),
      ...(keys ? [] : [first.set(i32.add(first.get, stride.get))]),
    ];
    // #endregion step
    /** So many turns, if any, of so many steps. */
    const turns = (count: Code<'i32'>, steps: number) =>
      when(
        t.tee(count),
        repeat(
          t,
          ...Array.from({ length: steps }, (_, index) => step(index)).flat(),
          advance(xNow, steps * eightFloats),
          ...(keys ? yNow.map((now) => advance(now, steps * float)) : []),
        ),
      );

    return [
      ...toBytes(x, y, out, rescale),
      stride.set(i32.shl((keys ? depth : columns).get, 2)),
      ...scales.map((scale, v) => scale.set(f32x4.load(rescale.get, v * 16))),
      columns.set(i32.shr(i32.add(columns.get, i32.const(columnsAtOnce - 1)), 2)),
      repeat(
        columns,
        ...sums.flatMap((column, c) => column.map((sum, v) => sum.set(before(c, v)))),
        ...yNow.map((now, c) => now.set(c === 0 ? y.get : i32.add(yNow[c - 1]!.get, stride.get))),
        xNow.set(x.get),
        turns(i32.shr(depth.get, 2), stepsAtOnce),
        turns(i32.and(depth.get, stepsAtOnce - 1), 1),
        ...sums.flatMap((column, c) => column.map((sum, v) => f32x4.store(out.get, at(c, v), sum.get))),
        advance(out, columnsAtOnce * eightFloats),
        keys ? y.set(i32.add(y.get, i32.shl(stride.get, 2))) : advance(y, columnsAtOnce * float),
      ),
    ];
  });
}
