import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booleanMask,
  scaledDotProductAttention,
  type AttentionOptions,
  type Mask,
} from '../../../lib/attention/index.ts';
import { fastAttention } from '../../../lib/kernels/fastAttention.ts';
import type { Kernel } from '../../../lib/kernels/kernel.ts';
import { layoutFor } from '../../../lib/kernels/layout.ts';
import { wasmKernel } from '../../../lib/kernels/wasm/wasmKernel.ts';
import { seededRandom } from '../../../lib/random.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { normal } from '../attention/arbitrary.ts';
import { kernels } from './kernels.ts';

interface Inputs {
  readonly seed: number;
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
}

/** Sizes around those that a kernel works by: fours, eights, tiles of 64. */
const size = fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 60, max: 140 }));
const inputs: fc.Arbitrary<Inputs> = fc
  .record({
    seed: fc.nat(),
    batch: fc.integer({ min: 1, max: 2 }),
    keyHeads: fc.integer({ min: 1, max: 2 }),
    group: fc.integer({ min: 1, max: 2 }),
    n: size,
    m: size,
    dK: fc.integer({ min: 1, max: 18 }),
    dV: fc.integer({ min: 1, max: 18 }),
  })
  .map(({ seed, batch, keyHeads, group, n, m, dK, dV }) => ({
    seed,
    Q: normal(seed, batch, keyHeads * group, n, dK),
    K: normal(seed + 1, batch, keyHeads, m, dK),
    V: normal(seed + 2, batch, keyHeads, m, dV),
  }));

/** Boolean or additive, of every shape that can be laid against the scores. */
function maskFor({ seed, Q, K }: Inputs): Mask {
  const random = seededRandom(seed + 3);
  const [batch, heads, n] = Q.shape as [number, number, number];
  const m = K.shape.at(-2)!;
  const shape = [batch, heads, n]
    .map((axis) => (random() < 0.5 ? axis : 1))
    .concat(random() < 0.8 ? m : Math.max(1, m - 3));
  const count = shape.reduce((product, axis) => product * axis);
  const allowed = Array.from({ length: count }, () => random() < 0.6);
  return random() < 0.5
    ? booleanMask(allowed, shape)
    : tensor(
        allowed.map((yes) => (yes ? random() * 4 - 2 : -Infinity)),
        shape,
      );
}

const options = (inputs: Inputs): fc.Arbitrary<AttentionOptions> => {
  const [batch, , n] = inputs.Q.shape as [number, number, number];
  const m = inputs.K.shape.at(-2)!;
  const side = fc.integer({ min: -1, max: 80 });
  const place = fc.integer({ min: -n, max: m });
  return fc.record({
    causal: fc.boolean(),
    window: fc.option(fc.tuple(side, side), { nil: undefined }),
    mask: fc.constantFrom(undefined, maskFor(inputs)),
    softcap: fc.constantFrom(undefined, 2),
    scale: fc.constantFrom(undefined, 0.3),
    offset: fc.option(fc.oneof(place, fc.array(place, { minLength: batch, maxLength: batch })), { nil: undefined }),
    validLengths: fc.option(fc.array(fc.integer({ min: 0, max: m }), { minLength: batch, maxLength: batch }), {
      nil: undefined,
    }),
  });
};

/** Within 1e-5 of the largest finite number there is; zeros stay zeros, and what is not finite stays what it is. */
function expectSame(got: Tensor, wanted: Tensor): void {
  expect(got.shape).toEqual(wanted.shape);
  const largest = wanted.data.reduce((most, x) => (Number.isFinite(x) && Math.abs(x) > most ? Math.abs(x) : most), 0);
  const off = got.data.findIndex((x, i) => {
    const want = wanted.data[i]!;
    return want === 0 ? x !== 0 : Number.isFinite(want) ? !(Math.abs(x - want) <= 1e-5 * largest) : !Object.is(x, want);
  });
  expect(off < 0 ? 'the same' : `${got.data[off]} for ${wanted.data[off]} at ${off}`).toBe('the same');
}

describe.each(Object.entries(kernels))('attention with the kernel in %s', (_, kernel) => {
  it('is the readable attention, whatever the shapes, the masks, the places', () => {
    fc.assert(
      fc.property(
        inputs.chain((x) => options(x).map((o) => [x, o] as const)),
        ([{ Q, K, V }, options]) => {
          const wanted = scaledDotProductAttention(Q, K, V, { ...options, returns: 'weights' });
          // What an earlier call left behind is nobody's business.
          kernel.memory.fill(NaN);
          expectSame(fastAttention(Q, K, V, { ...options, kernel }).output, wanted.output);
          kernel.memory.fill(NaN);
          const got = fastAttention(Q, K, V, { ...options, kernel, returns: 'weights' });
          expectSame(got.output, wanted.output);
          expectSame(got.weights, wanted.weights);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is it for 300 positions of 64 features, and for ones of no round number', () => {
    for (const [n, m, dK, dV] of [
      [300, 300, 64, 64],
      [257, 130, 65, 3],
      [1, 1000, 7, 65],
      [1, 1, 1, 1],
    ] as const) {
      const [Q, K, V] = [normal(1, n, dK), normal(2, m, dK), normal(3, m, dV)];
      for (const causal of [false, true]) {
        const wanted = scaledDotProductAttention(Q, K, V, { causal, returns: 'weights' });
        const got = fastAttention(Q, K, V, { causal, kernel, returns: 'weights' });
        expectSame(got.output, wanted.output);
        expectSame(got.weights, wanted.weights);
      }
    }
  });

  it('keeps each weight’s own relative precision', () => {
    const [Q, K, V] = [normal(1, 100, 64), normal(2, 200, 64), normal(3, 200, 8)];
    const wanted = scaledDotProductAttention(Q, K, V, { returns: 'weights' }).weights;
    const got = fastAttention(Q, K, V, { kernel, returns: 'weights' }).weights;
    const worst = wanted.data.reduce((most, w, i) => Math.max(most, Math.abs(got.data[i]! - w) / w), 0);
    expect(worst).toBeLessThan(1e-5);
  });

  it('keeps the precision where scores are large', () => {
    const [Q, K, V] = [normal(1, 20, 16), normal(2, 90, 16), normal(3, 90, 8)];
    for (const scale of [3, 30])
      expectSame(
        fastAttention(Q, K, V, { kernel, scale }).output,
        scaledDotProductAttention(Q, K, V, { scale }).output,
      );
  });

  it('gives zeros where nothing may be attended to', () => {
    const [Q, K, V] = [normal(1, 9, 4), normal(2, 70, 4), normal(3, 70, 5)];
    const mask = booleanMask(
      Array.from({ length: 9 * 70 }, (_, pair) => pair >= 70),
      [9, 70],
    );
    const { output, weights } = fastAttention(Q, K, V, { kernel, mask, returns: 'weights' });
    expect([...output.data.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
    expect(weights.data.subarray(0, 70).every((weight) => Object.is(weight, 0))).toBe(true);
    expect(output.data.subarray(5).every((x) => x !== 0)).toBe(true);
    expect(fastAttention(Q, K, V, { kernel, validLengths: [0] }).output.data.every((x) => Object.is(x, 0))).toBe(true);
  });

  it('takes a very low finite bias for what it is: all keys low, all alike', () => {
    const [Q, K, V] = [normal(1, 3, 4), normal(2, 70, 4), normal(3, 70, 5)];
    const low = (kept: number) =>
      tensor(
        Array.from({ length: 70 }, (_, j) => (j < kept ? 0 : -3.4028234663852886e38)),
        [70],
      );
    for (const kept of [0, 5]) {
      const mask = low(kept);
      expectSame(fastAttention(Q, K, V, { kernel, mask }).output, scaledDotProductAttention(Q, K, V, { mask }).output);
    }
  });

  it('lets no NaN and no infinity out of masked keys and values', () => {
    for (const poison of [NaN, Infinity, -Infinity]) {
      const [Q, K, V] = [normal(1, 20, 6), normal(2, 80, 6), normal(3, 80, 6)];
      for (const at of [70, 79]) {
        K.data[at * 6 + 1] = poison;
        V.data[at * 6 + 2] = poison;
      }
      for (const options of [
        { validLengths: [70], offset: 60 },
        { causal: true, offset: 50 },
        {
          mask: booleanMask(
            Array.from({ length: 80 }, (_, j) => j < 70),
            [80],
          ),
        },
      ]) {
        const wanted = scaledDotProductAttention(Q, K, V, { ...options, returns: 'weights' });
        const got = fastAttention(Q, K, V, { ...options, kernel, returns: 'weights' });
        expect(got.output.data.every(Number.isFinite)).toBe(true);
        expectSame(got.output, wanted.output);
        expectSame(got.weights, wanted.weights);
      }
    }
  });

  it('is it for numbers that are not finite, wherever they stand', () => {
    fc.assert(
      fc.property(
        inputs.chain((x) => fc.tuple(fc.constant(x), options(x), fc.nat(), fc.constantFrom(NaN, Infinity, -Infinity))),
        ([{ Q, K, V }, options, at, poison]) => {
          for (const { data } of [Q, K, V]) {
            const [place, before] = [at % data.length, data[at % data.length]!];
            data[place] = poison;
            const wanted = scaledDotProductAttention(Q, K, V, { ...options, returns: 'weights' });
            const got = fastAttention(Q, K, V, { ...options, kernel, returns: 'weights' });
            expectSame(got.output, wanted.output);
            expectSame(got.weights, wanted.weights);
            data[place] = before;
          }
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('takes values as large as float32 has, though their sum has no place in it', () => {
    const [Q, K] = [normal(1, 9, 4), normal(2, 70, 4)];
    const V = { ...normal(3, 70, 5), data: new Float32Array(350).fill(1e38) };
    for (const causal of [false, true])
      for (const x of fastAttention(Q, K, V, { kernel, causal }).output.data) expect(x / 1e38).toBeCloseTo(1, 5);
  });

  it('lets a NaN reach exactly those who may see it', () => {
    const [Q, K, V] = [normal(1, 20, 6), normal(2, 20, 6), normal(3, 20, 6)];
    K.data[9 * 6] = NaN;
    V.data[13 * 6 + 2] = NaN;
    Q.data[3 * 6] = Infinity;
    for (const causal of [true, false]) {
      const wanted = scaledDotProductAttention(Q, K, V, { causal, returns: 'weights' });
      const got = fastAttention(Q, K, V, { causal, kernel, returns: 'weights' });
      expectSame(got.output, wanted.output);
      expectSame(got.weights, wanted.weights);
    }
  });

  it('reads what was cached', () => {
    const [Q, K, V] = [normal(1, 2, 3, 4), normal(2, 2, 3, 4), normal(3, 2, 3, 4)];
    const past = { K: normal(4, 2, 70, 4), V: normal(5, 2, 70, 4) };
    const got = fastAttention(Q, K, V, { kernel, past, causal: true });
    const wanted = scaledDotProductAttention(Q, K, V, { past, causal: true });
    expectSame(got.output, wanted.output);
    expect([got.K, got.V]).toEqual([wanted.K, wanted.V]);
  });

  it('writes where it is told, over whatever was there', () => {
    const [Q, K, V] = [normal(1, 70, 4), normal(2, 9, 4), normal(3, 9, 5)];
    const into = { output: new Float32Array(70 * 5).fill(NaN), weights: new Float32Array(70 * 9).fill(NaN) };
    for (const causal of [false, true]) {
      const got = fastAttention(Q, K, V, { kernel, into, causal, returns: 'weights' });
      expect([got.output.data, got.weights.data]).toEqual([into.output, into.weights]);
      expectSame(got.weights, scaledDotProductAttention(Q, K, V, { causal, returns: 'weights' }).weights);
    }
    expect(() => fastAttention(Q, K, V, { kernel, into: { output: new Float32Array(349) } })).toThrow(
      'The output needs 350 numbers, but there is room for 349',
    );
  });

  it('refuses what the readable one refuses, with the same sentence', () => {
    const Q = normal(1, 3, 2);
    const sentence = (attend: () => unknown): string => {
      try {
        attend();
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('Nothing was refused.');
    };
    for (const [K, options] of [
      [normal(1, 3, 4), {}],
      [Q, { window: [-2, 0] }],
      [Q, { softcap: -1 }],
      [Q, { mask: normal(1, 9) }],
    ] as [Tensor, AttentionOptions][])
      expect(sentence(() => fastAttention(Q, K, Q, { ...options, kernel }))).toBe(
        sentence(() => scaledDotProductAttention(Q, K, Q, options)),
      );
  });
});

it('holds at most 25 MB beside Q, K, V and the output of 16,384 positions', () => {
  const [Q, K] = [normal(1, 64, 64), tensor(new Float32Array(16_384 * 64), [16_384, 64])];
  const kernel = wasmKernel()!;
  fastAttention(Q, K, K, { kernel });
  expect(kernel.memory.byteLength).toBeLessThan(25e6);
  // More queries take more time and no more memory.
  const sizes = { leading: [64], batch: 1, heads: 1, keyHeads: 1, n: 64, m: 16_384, dK: 64, dV: 64 };
  expect(layoutFor({ ...sizes, n: 16_384 }, false).floats).toBe(layoutFor(sizes, false).floats);
});

it('leaves out the tiles in which no query may attend to any key', () => {
  const [Q, K, V] = [normal(1, 512, 4), normal(2, 512, 4), normal(3, 512, 4)];
  const scored = (options: AttentionOptions): number => {
    let pairs = 0;
    const { scores, ...steps } = kernels.TypeScript;
    const counting: Kernel = {
      ...steps,
      get memory() {
        return kernels.TypeScript.memory;
      },
      scores: (q, k, s, dK, keys) => {
        pairs += 8 * keys;
        scores(q, k, s, dK, keys);
      },
    };
    fastAttention(Q, K, V, { ...options, kernel: counting });
    return pairs;
  };
  expect(scored({})).toBe(512 * 512);
  expect(scored({ causal: true })).toBe((512 * (512 + 8)) / 2);
  expect(scored({ window: [8, 0] })).toBeLessThan(512 * 24);
  expect(scored({ validLengths: [100], offset: 0 })).toBe(512 * 100);
});
