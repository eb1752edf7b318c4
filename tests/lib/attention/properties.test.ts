import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booleanMask,
  causalMask,
  paddingMask,
  scaledDotProductAttention as attend,
  windowMask,
  type Mask,
} from '../../../lib/attention/index.ts';
import { seededRandom } from '../../../lib/random.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { expectClose, inputs, normal, pick, range, rows, type Inputs } from './arbitrary.ts';

/** One yes or no for each pair of each head of each batch item. */
function someMask({ seed, batch, heads, n, m }: Inputs) {
  const random = seededRandom(seed + 9);
  return booleanMask(
    Array.from({ length: batch * heads * n * m }, () => random() < 0.6),
    [batch, heads, n, m],
  );
}

const additive = (mask: Mask): Tensor =>
  tensor(
    Array.from(mask.data, (yes) => (yes ? 0 : -Infinity)),
    mask.shape,
  );

const shuffled = (count: number, seed: number) => {
  const keys = Array.from({ length: count }, seededRandom(seed));
  return range(0, count).sort((a, b) => keys[a]! - keys[b]!);
};

const some = (predicate: (x: Inputs) => void, arbitrary: fc.Arbitrary<Inputs> = inputs) =>
  fc.assert(fc.property(arbitrary, predicate), { numRuns: 200 });

const softcapOf = (seed: number) => (seed % 3 ? seed % 3 : undefined);

describe('weights', () => {
  it('are in [0, 1], exactly 0 where masked, and sum to 1 unless nothing is left', () =>
    some((x) => {
      const mask = someMask(x);
      const { weights } = attend(x.Q, x.K, x.V, { mask, softcap: softcapOf(x.seed), returns: 'weights' });
      weights.data.forEach((weight, pair) => {
        expect(weight >= 0 && weight <= 1).toBe(true);
        if (!mask.data[pair]) expect(Object.is(weight, 0)).toBe(true);
      });
      rows(weights).forEach((row, index) => {
        const left = mask.data.subarray(index * x.m, (index + 1) * x.m).some(Boolean);
        expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(left ? 1 : 0, 5);
      });
    }));

  it('make of equal values that value', () =>
    some(({ Q, K, V }) => {
      const ones = { ...V, data: new Float32Array(V.data.length).fill(3) };
      for (const value of attend(Q, K, ones).output.data) expect(value).toBeCloseTo(3, 5);
    }));

  it('do not change when the same vector is added to every key', () =>
    some(({ seed, Q, K, V }) => {
      const d = K.shape.at(-1)!;
      const shift = normal(seed + 3, d);
      const shifted = { ...K, data: K.data.map((k, i) => k + shift.data[i % d]!) };
      expectClose(
        attend(Q, shifted, V, { returns: 'weights' }).weights,
        attend(Q, K, V, { returns: 'weights' }).weights,
      );
    }));
});

describe('order', () => {
  it('of the keys does not matter, if the values move along', () =>
    some(({ seed, m, Q, K, V }) => {
      const order = shuffled(m, seed);
      expectClose(attend(Q, pick(K, order), pick(V, order)).output, attend(Q, K, V).output);
    }));

  it('of the queries is the order of the outputs', () =>
    some(({ seed, n, Q, K, V }) => {
      const order = shuffled(n, seed);
      expect(attend(pick(Q, order), K, V).output).toEqual(pick(attend(Q, K, V).output, order));
    }));
});

describe('causal attention', () => {
  it('gives the start of a sequence what it gives the start alone', () =>
    some(({ seed, m, Q, K, V }) => {
      const whole = attend(pick(Q, range(0, 1)), K, V, { causal: true, offset: m - 1 });
      expectClose(whole.output, attend(pick(Q, range(0, 1)), K, V).output);
      const length = 1 + (seed % m);
      const queries = normal(seed, ...Q.shape.with(-2, m));
      const start = range(0, length);
      expectClose(
        attend(pick(queries, start), pick(K, start), pick(V, start), { causal: true }).output,
        pick(attend(queries, K, V, { causal: true }).output, start),
      );
    }));

  it('read one position at a time through the cache is what it is at once', () =>
    some(({ seed, m, Q, K, V }) => {
      const queries = normal(seed, ...Q.shape.with(-2, m));
      const options = { causal: true, window: [seed % 4, 0], softcap: softcapOf(seed) } as const;
      const atOnce = attend(queries, K, V, options);
      let past = { K: pick(K, []), V: pick(V, []) };
      for (let i = 0; i < m; i++) {
        const step = attend(pick(queries, [i]), pick(K, [i]), pick(V, [i]), { ...options, past });
        expectClose(step.output, pick(atOnce.output, [i]));
        past = step;
      }
      expect(past.K).toEqual(K);
      expect(past.V).toEqual(V);
    }));
});

describe('the same said in another way', () => {
  const same = (x: Inputs, one: object, other: object) => {
    const stages = [one, other].map((options) => attend(x.Q, x.K, x.V, { ...options, returns: 'masked' }));
    expect(stages[0]).toEqual(stages[1]);
    expect(attend(x.Q, x.K, x.V, one)).toEqual(attend(x.Q, x.K, x.V, other));
  };

  it('causal is the causal mask', () =>
    some((x) => {
      const offset = (x.seed % 7) - 3;
      same(x, { causal: true, offset }, { mask: causalMask(x.n, x.m, offset) });
    }));

  it('a window is the window mask', () =>
    some((x) => {
      const window = [(x.seed % 4) - 1, (x.seed % 5) - 1] as const;
      const offset = (x.seed % 7) - 3;
      same(x, { window, offset }, { mask: windowMask(x.n, x.m, window, offset) });
    }));

  it('validLengths is the padding mask', () =>
    some((x) => {
      const validLengths = range(0, x.batch).map((item) => (x.seed + item) % (x.m + 1));
      same(x, { validLengths }, { mask: paddingMask(validLengths, x.m) });
    }));

  it('−∞ in an additive mask is "may not" in a boolean one', () =>
    some((x) => {
      const mask = someMask(x);
      same(x, { mask }, { mask: additive(mask) });
    }));

  it('a mask cut short is one padded with "may not"', () =>
    some((x) => {
      const width = 1 + (x.seed % x.m);
      const short = booleanMask(Array(width).fill(1), [width]);
      same(x, { mask: short }, { mask: paddingMask([width], x.m) });
      same(x, { mask: additive(short) }, { mask: additive(paddingMask([width], x.m)) });
    }));

  it('grouped queries are key heads repeated', () =>
    some(({ batch, heads, keyHeads, Q, K, V }) => {
      const repeat = (x: Tensor) => {
        const page = x.data.length / (batch * keyHeads);
        const pages = range(0, batch * heads).map((head) => Math.floor(head / (heads / keyHeads)));
        return tensor(
          pages.flatMap((at) => [...x.data.subarray(at * page, (at + 1) * page)]),
          x.shape.with(1, heads),
        );
      };
      expect(attend(Q, K, V, { causal: true }).output).toEqual(
        attend(Q, repeat(K), repeat(V), { causal: true }).output,
      );
    }));

  it('a batch is its items one by one, each with its own length and offset', () =>
    some((x) => {
      const item = (t: Tensor, at: number) => {
        const size = t.data.length / x.batch;
        return tensor(t.data.slice(at * size, (at + 1) * size), t.shape.slice(1));
      };
      const validLengths = range(0, x.batch).map((at) => (x.seed + 3 * at) % (x.m + 1));
      const { output } = attend(x.Q, x.K, x.V, { causal: true, validLengths });
      for (let at = 0; at < x.batch; at++)
        expect(item(output, at)).toEqual(
          attend(item(x.Q, at), item(x.K, at), item(x.V, at), { causal: true, validLengths: [validLengths[at]!] })
            .output,
        );
    }));
});

describe('a NaN or ±∞', () => {
  const poisons = [NaN, Infinity, -Infinity];
  const poison = (x: Tensor, position: number, value: number): Tensor => {
    const [n, d] = x.shape.slice(-2) as [number, number];
    return { ...x, data: x.data.map((kept, i) => (Math.floor(i / d) % n === position ? value : kept)) };
  };

  it('in a key or value reaches no query that may not attend to it', () =>
    some((x) => {
      const [at, mask] = [x.seed % x.m, someMask(x)];
      const clean = rows(attend(x.Q, x.K, x.V, { mask }).output);
      const cleanWeights = rows(attend(x.Q, x.K, x.V, { mask, returns: 'weights' }).weights);
      for (const value of poisons)
        for (const way of [mask, additive(mask)]) {
          const { output, weights } = attend(x.Q, poison(x.K, at, value), poison(x.V, at, value), {
            mask: way,
            returns: 'weights',
          });
          rows(output).forEach((row, index) => {
            if (mask.data[index * x.m + at]) return;
            expect(row).toEqual(clean[index]);
            expect(rows(weights)[index]).toEqual(cleanWeights[index]);
          });
        }
    }));

  it('as a NaN in a key reaches every query that may attend to it, and spares masked weights', () =>
    some((x) => {
      const [at, mask] = [x.seed % x.m, someMask(x)];
      const { output, weights } = attend(x.Q, poison(x.K, at, NaN), x.V, {
        mask,
        softcap: softcapOf(x.seed),
        returns: 'weights',
      });
      rows(output).forEach((row, index) => {
        const allowed = mask.data.subarray(index * x.m, (index + 1) * x.m);
        if (!allowed[at]) return;
        expect(row.every(Number.isNaN)).toBe(true);
        rows(weights)[index]!.forEach((weight, j) => expect(weight).toBe(allowed[j] ? NaN : 0));
      });
    }));

  it('as a NaN in a value reaches every query that may attend to it', () =>
    some((x) => {
      const [at, mask] = [x.seed % x.m, someMask(x)];
      const { output } = attend(x.Q, x.K, poison(x.V, at, NaN), { mask });
      rows(output).forEach((row, index) => {
        expect(row.every(Number.isNaN)).toBe(mask.data[index * x.m + at] === 1);
        expect(row.some(Number.isNaN)).toBe(mask.data[index * x.m + at] === 1);
      });
    }));

  it('as a NaN in a value is not lost behind a weight that has become 0', () => {
    const [Q, K, V] = [tensor([1], [1, 1]), tensor([0, -500], [2, 1]), tensor([1, NaN], [2, 1])];
    const { output, weights } = attend(Q, K, V, { returns: 'weights' });
    expect([...weights.data]).toEqual([1, 0]);
    expect([...output.data]).toEqual([NaN]);
  });

  it('as a NaN in a query reaches its own output only', () =>
    some((x) => {
      const at = x.seed % x.n;
      const clean = rows(attend(x.Q, x.K, x.V).output);
      rows(attend(poison(x.Q, at, NaN), x.K, x.V).output).forEach((row, index) =>
        index % x.n === at ? expect(row.every(Number.isNaN)).toBe(true) : expect(row).toEqual(clean[index]),
      );
    }));

  it('hidden by causal, window or length does not leak', () => {
    const [Q, K, V] = [normal(1, 2, 3), poison(normal(2, 3, 3), 2, NaN), poison(normal(3, 3, 2), 2, NaN)];
    for (const options of [{ causal: true }, { window: [-1, 0] as const }, { validLengths: [2] }])
      for (const value of attend(Q, K, V, options).output.data) expect(value).not.toBeNaN();
  });
});
