import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiHeadAttention, type Projections } from '../../../lib/attention/index.ts';
import { positionSignal } from '../../../lib/encoder/positionSignal.ts';
import { seededRandom } from '../../../lib/random.ts';
import { tensor, type Tensor } from '../../../lib/tensor.ts';
import { transpose } from '../../../lib/transpose.ts';
import { expectClose, normal, pick, range, rows } from './arbitrary.ts';

const dModel = 8;

/** A layer whose numbers are small enough that no softmax saturates. */
const layer = (seed: number, heads: number): Projections => {
  const W = (offset: number): Tensor => {
    const x = normal(seed + offset, dModel, dModel);
    return { ...x, data: x.data.map((value) => value / Math.sqrt(dModel)) };
  };
  return { heads, WQ: W(1), WK: W(2), WV: W(3), WO: W(4) };
};

/** An order of n positions in which at least one has moved. */
const reordered = (n: number, seed: number) => {
  const places = Array.from({ length: n }, seededRandom(seed));
  const order = range(0, n).sort((a, b) => places[a]! - places[b]!);
  return order.every((from, to) => from === to) ? order.reverse() : order;
};

const plus = (a: Tensor, b: Tensor): Tensor => ({ ...a, data: a.data.map((x, at) => x + b.data[at]!) });
const furthest = (a: Tensor, b: Tensor) => a.data.reduce((most, x, at) => Math.max(most, Math.abs(x - b.data[at]!)), 0);

const givens = fc.tuple(fc.nat(), fc.integer({ min: 2, max: 7 }), fc.constantFrom(1, 2, 4)).map(([seed, n, heads]) => ({
  X: normal(seed, n, dModel),
  W: layer(seed, heads),
  order: reordered(n, seed),
  n,
  heads,
}));

describe('self-attention without positions', () => {
  it('gives reordered inputs the same outputs, reordered: f(PX) = P f(X)', () => {
    fc.assert(
      fc.property(givens, ({ X, W, order }) => {
        expectClose(multiHeadAttention(pick(X, order), W).output, pick(multiHeadAttention(X, W).output, order));
      }),
    );
  });

  it('gives reordered inputs the same weights, with rows and columns reordered: A(PX) = P A(X) Pᵀ', () => {
    fc.assert(
      fc.property(givens, ({ X, W, order, n, heads }) => {
        const weights = (x: Tensor) => multiHeadAttention(x, W, { returns: 'weights' }).weights;
        const [before, after] = [weights(X).data, weights(pick(X, order)).data];
        for (const head of range(0, heads)) {
          const map = (all: Float32Array) => tensor(all.slice(head * n * n, (head + 1) * n * n), [n, n]);
          expectClose(map(after), transpose(pick(transpose(pick(map(before), order)), order)));
        }
      }),
    );
  });

  it('gives two equal inputs equal outputs, wherever they stand', () => {
    const X = pick(normal(1, 3, dModel), [0, 1, 2, 1]);
    const outputs = rows(multiHeadAttention(X, layer(2, 2)).output);
    expect(outputs[3]).toEqual(outputs[1]);
    expect(outputs[3]).not.toEqual(outputs[0]);
  });
});

describe('the equivariance of self-attention', () => {
  it('is broken by a position signal: the same inputs in another order get other outputs', () => {
    fc.assert(
      fc.property(givens, ({ X, W, order, n }) => {
        const signal = positionSignal(n, dModel);
        const f = (x: Tensor) => multiHeadAttention(plus(x, signal), W).output;
        expect(furthest(f(pick(X, order)), pick(f(X), order))).toBeGreaterThan(1e-3);
      }),
    );
  });

  it('is kept when the signal moves along, for then it belongs to the inputs', () => {
    fc.assert(
      fc.property(givens, ({ X, W, order, n }) => {
        const placed = plus(X, positionSignal(n, dModel));
        expectClose(
          multiHeadAttention(pick(placed, order), W).output,
          pick(multiHeadAttention(placed, W).output, order),
        );
      }),
    );
  });

  it('is broken by a causal mask alone, without any position signal', () => {
    fc.assert(
      fc.property(givens, ({ X, W, order }) => {
        const f = (x: Tensor) => multiHeadAttention(x, W, { causal: true }).output;
        expect(furthest(f(pick(X, order)), pick(f(X), order))).toBeGreaterThan(1e-3);
      }),
    );
  });
});
