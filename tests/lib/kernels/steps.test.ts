import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowest, type Kernel } from '../../../lib/kernels/kernel.ts';
import { seededNormal } from '../../../lib/random.ts';
import { kernels } from './kernels.ts';

const { TypeScript: plain, ...compiled } = kernels;
const small = fc.integer({ min: 1, max: 40 });
const [a, b, c, d] = [0, 4096, 8192, 12288];

/** Runs one step on the same numbers in both kernels. @returns How far a stretch of the memory is apart, relative to its largest number. */
function apart(kernel: Kernel, step: (kernel: Kernel) => void, from: number, count: number): number {
  const [got, wanted] = [kernel, plain].map((each) => {
    each.reserve(16384);
    each.memory.set(Float32Array.from({ length: 16384 }, seededNormal(1)));
    step(each);
    return each.memory.slice(from, from + count);
  }) as [Float32Array, Float32Array];
  const largest = wanted.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  return wanted.reduce((worst, x, i) => Math.max(worst, Math.abs(x - got[i]!)), 0) / largest;
}

describe.each(Object.entries(compiled))('each step in %s is that in TypeScript', (_, kernel) => {
  const same = (distance: number): void => void expect(distance).toBeLessThan(1e-6);

  it('pack and unpack', () =>
    fc.assert(
      fc.property(small, fc.nat({ max: 9 }), (columns, gap) => {
        same(apart(kernel, (k) => k.pack(a, columns + gap, columns, 0.3, b), b, 8 * columns));
        same(apart(kernel, (k) => k.unpack(a, b, columns, c, columns + gap, d), c, 7 * (columns + gap) + columns));
      }),
    ));

  it('unpack tells which rows are finite', () => {
    for (const poison of [NaN, Infinity, -Infinity])
      for (const each of [kernel, plain]) {
        each.reserve(16384);
        each.memory.fill(1, 0, 16384);
        each.memory[a + 3 * 8 + 2] = poison;
        each.memory[a + 4 * 8 + 7] = poison;
        each.unpack(a, b, 5, c, 5, d);
        expect([...each.memory.subarray(d, d + 8)]).toEqual([0, 0, NaN, 0, 0, 0, 0, NaN]);
      }
  });

  it('scores', () =>
    fc.assert(
      fc.property(small, small, (dK, keys) => same(apart(kernel, (k) => k.scores(a, b, c, dK, keys), c, 8 * keys))),
    ));

  it('accumulate', () =>
    fc.assert(
      fc.property(small, small, (keys, columns) =>
        same(apart(kernel, (k) => k.accumulate(a, b, c, keys, columns, d), c, 8 * columns)),
      ),
    ));

  it('softmax, of the first tile and of the next', () =>
    fc.assert(
      fc.property(small, small, (first, second) => {
        const two = (k: Kernel) => {
          k.memory.fill(lowest, d, d + 8).fill(0, d + 8, d + 24);
          k.softmax(a, first, d);
          k.softmax(b, second, d);
        };
        for (const [from, count] of [
          [a, 8 * first],
          [b, 8 * second],
          [d, 24],
        ] as const)
          same(apart(kernel, two, from, count));
      }),
    ));

  it('normalise, also where nothing was seen', () => {
    const normalised = (k: Kernel) => {
      k.memory.fill(0, d + 8, d + 12);
      k.memory.set(
        Array.from({ length: 4 }, (_, r) => 3 + r),
        d + 12,
      );
      k.memory.set(
        Array.from({ length: 8 }, (_, r) => r - 4),
        d,
      );
      k.memory.set(
        Array.from({ length: 8 }, (_, r) => -r),
        a,
      );
      k.normalise(a, d, b);
    };
    same(apart(kernel, normalised, b, 8));
    expect([...kernel.memory.subarray(b, b + 4)]).toEqual([0, 0, 0, 0]);
  });
});

describe.each(Object.entries(compiled))('2^x in %s', (_, kernel) => {
  /** 2^x of one number, by way of softmax of it and a 0. */
  const exp2 = (x: number): number => {
    kernel.reserve(64);
    kernel.memory.fill(lowest, 32, 40).fill(0, 40, 56);
    kernel.memory.fill(0, 0, 8).fill(x, 8, 16);
    kernel.softmax(0, 2, 32);
    return kernel.memory[8]!;
  };

  it('is off by less than 2.5 parts in ten million', () => {
    let worst = 0;
    for (let x = -125; x <= 0; x += 1 / 512) worst = Math.max(worst, Math.abs(exp2(x) / 2 ** x - 1));
    expect(worst).toBeLessThan(2.5e-7);
  });

  it('is exactly 1 at 0, a power of two at a whole number, 0 far below, and NaN of NaN', () => {
    expect([0, -1, -2, -64, -126].map(exp2)).toEqual([1, 0.5, 0.25, 2 ** -64, 2 ** -126]);
    expect([-126.6, -127, -1000, -Infinity].map(exp2)).toEqual([0, 0, 0, 0]);
    expect(exp2(NaN)).toBeNaN();
  });
});
