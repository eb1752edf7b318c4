import { advance, f32x4, i32, repeat, routine } from './assembler.ts';
import { eightFloats, toBytes, vectors } from './bytes.ts';
import type { Madd } from './product.ts';

const rowsAtOnce = [0, 1, 2, 3] as const;

/**
 * Σ A[i, t] · B[t, j] over t, four rows by eight columns at a time, in eight vectors of sums. The last
 * columns come first: what they write too much is the beginning of the next row, which follows.
 *
 * @param madd How a · b + c is computed.
 */
export function strided(madd: Madd) {
  const matrices = { a: 'i32', aRow: 'i32', aStep: 'i32', b: 'i32', bRow: 'i32', c: 'i32', cRow: 'i32' } as const;
  const params = { ...matrices, fours: 'i32', depth: 'i32', eights: 'i32' } as const;
  return routine(params, ({ a, aRow, aStep, b, bRow, c, cRow, fours, depth, eights }, local) => {
    const [aBlock, cBlock, bNow] = [local('i32'), local('i32'), local('i32')];
    const [rows, t] = [local('i32'), local('i32')];
    const aNow = rowsAtOnce.map(() => local('i32'));
    const sums = rowsAtOnce.map(() => vectors.map(() => local('v128')));
    const B = vectors.map(() => local('v128'));
    const A = local('v128');
    const lastColumns = i32.shl(i32.sub(eights.get, i32.const(1)), 5);
    return [
      ...toBytes(a, aRow, aStep, b, bRow, c, cRow),
      b.set(i32.add(b.get, lastColumns)),
      c.set(i32.add(c.get, lastColumns)),
      repeat(
        eights,
        aBlock.set(a.get),
        cBlock.set(c.get),
        rows.set(fours.get),
        repeat(
          rows,
          ...aNow.map((now, r) => now.set(r === 0 ? aBlock.get : i32.add(aNow[r - 1]!.get, aRow.get))),
          bNow.set(b.get),
          ...sums.flat().map((sum) => sum.set(f32x4.const(0))),
          t.set(depth.get),
          repeat(
            t,
            ...B.map((vector, v) => vector.set(f32x4.load(bNow.get, 16 * v))),
            ...sums.flatMap((row, r) => [
              A.set(f32x4.loadSplat(aNow[r]!.get)),
              ...row.map((sum, v) => sum.set(madd(A.get, B[v]!.get, sum.get))),
              aNow[r]!.set(i32.add(aNow[r]!.get, aStep.get)),
            ]),
            bNow.set(i32.add(bNow.get, bRow.get)),
          ),
          ...sums.flatMap((row) => [
            ...row.map((sum, v) => f32x4.store(cBlock.get, 16 * v, sum.get)),
            cBlock.set(i32.add(cBlock.get, cRow.get)),
          ]),
          aBlock.set(i32.add(aBlock.get, i32.shl(aRow.get, 2))),
        ),
        advance(b, -eightFloats),
        advance(c, -eightFloats),
      ),
    ];
  });
}
