import fc from 'fast-check';
import { largestInput, type Inputs, type Rows } from '../../../lib/walkthrough/matrices.ts';

const rows = (count: number, length: number, largest: number): fc.Arbitrary<Rows> =>
  fc.array(
    fc.array(fc.double({ min: -largest, max: largest, noNaN: true }), { minLength: length, maxLength: length }),
    {
      minLength: count,
      maxLength: count,
    },
  );

/** Inputs of any small sizes, up to a given size of number. */
export const inputsUpTo = (largest = largestInput): fc.Arbitrary<Inputs> =>
  fc
    .record({
      n: fc.integer({ min: 1, max: 4 }),
      f: fc.integer({ min: 1, max: 5 }),
      dK: fc.integer({ min: 1, max: 4 }),
      dV: fc.integer({ min: 1, max: 4 }),
    })
    .chain(({ n, f, dK, dV }) =>
      fc.record({
        X: rows(n, f, largest),
        WQ: rows(f, dK, largest),
        WK: rows(f, dK, largest),
        WV: rows(f, dV, largest),
      }),
    );
