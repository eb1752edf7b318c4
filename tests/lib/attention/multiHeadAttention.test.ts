import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinHeads, multiHeadAttention, scaledDotProductAttention, splitHeads } from '../../../lib/attention/index.ts';
import { matmul } from '../../../lib/matmul.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, pick, range } from './arbitrary.ts';

const identity = (d: number) =>
  tensor(
    range(0, d * d).map((i) => (i % (d + 1) === 0 ? 1 : 0)),
    [d, d],
  );
const size = fc.integer({ min: 1, max: 4 });

describe('splitHeads', () => {
  it('cuts each position into heads and brings each head together', () => {
    expect(splitHeads(tensor([1, 2, 3, 4, 5, 6, 7, 8], [2, 4]), 2)).toEqual(
      tensor([1, 2, 5, 6, 3, 4, 7, 8], [2, 2, 2]),
    );
  });

  it('is undone by joinHeads, whatever the leading axes', () => {
    fc.assert(
      fc.property(fc.nat(), size, size, size, size, (seed, batch, n, heads, d) => {
        const x = normal(seed, batch, n, heads * d);
        expect(splitHeads(x, heads).shape).toEqual([batch, heads, n, d]);
        expect(joinHeads(splitHeads(x, heads))).toEqual(x);
      }),
    );
  });

  it('refuses features that cannot be shared out, naming shape and heads', () => {
    expect(() => splitHeads(normal(1, 2, 5), 2)).toThrow(/\(2, 5\) cannot be split into 2 heads.*multiple/);
    expect(() => splitHeads(normal(1, 4), 2)).toThrow(/\(4\) cannot be split into 2 heads/);
    expect(() => splitHeads(normal(1, 2, 4), 0)).toThrow(/into 0 heads/);
    expect(() => joinHeads(normal(1, 2, 5))).toThrow(/\(2, 5\) has no heads to join/);
  });
});

describe('multiHeadAttention', () => {
  const layer = (seed: number, dModel: number, heads: number, keyHeads: number, d: number) => ({
    heads,
    keyHeads,
    WQ: normal(seed, dModel, heads * d),
    WK: normal(seed + 1, dModel, keyHeads * d),
    WV: normal(seed + 2, dModel, keyHeads * d),
    WO: normal(seed + 3, heads * d, dModel),
  });

  it('with one head and identity projections is plain attention', () => {
    fc.assert(
      fc.property(fc.nat(), size, size, size, (seed, n, m, d) => {
        const [X, context, I] = [normal(seed, n, d), normal(seed + 1, m, d), identity(d)];
        const { output, weights } = multiHeadAttention(
          X,
          { heads: 1, WQ: I, WK: I, WV: I, WO: I },
          { context, returns: 'weights' },
        );
        const plain = scaledDotProductAttention(X, context, context, { returns: 'weights' });
        expectClose(output, plain.output);
        expect(weights.shape).toEqual([1, n, m]);
        expectClose(tensor(weights.data, [n, m]), plain.weights);
      }),
    );
  });

  it('is each head on its own, joined and mixed by WO', () => {
    const [X, W] = [normal(1, 3, 4), layer(2, 4, 2, 2, 3)];
    const columns = (A: typeof X, from: number, to: number) =>
      tensor(
        range(0, A.shape[0]!).flatMap((i) => [...A.data.slice(i * A.shape[1]! + from, i * A.shape[1]! + to)]),
        [A.shape[0]!, to - from],
      );
    const heads = [0, 1].map((h) => {
      const [Q, K, V] = [W.WQ, W.WK, W.WV].map((M) => matmul(X, columns(M, 3 * h, 3 * h + 3))) as [
        typeof X,
        typeof X,
        typeof X,
      ];
      return scaledDotProductAttention(Q, K, V, { causal: true }).output;
    });
    const mixed = heads.map((head, h) => matmul(head, pick(W.WO, range(3 * h, 3 * h + 3))));
    const { output } = multiHeadAttention(X, W, { causal: true });
    expectClose(
      output,
      tensor(
        mixed[0]!.data.map((x, i) => x + mixed[1]!.data[i]!),
        [3, 4],
      ),
    );
  });

  it('adds the biases', () => {
    const X = normal(1, 2, 2);
    const zero = tensor([0, 0, 0, 0], [2, 2]);
    const { output, scores } = multiHeadAttention(
      X,
      {
        heads: 1,
        WQ: zero,
        WK: zero,
        WV: zero,
        WO: identity(2),
        bQ: tensor([1, 2], [2]),
        bK: tensor([3, 4], [2]),
        bV: tensor([5, 6], [2]),
        bO: tensor([10, 20], [2]),
      },
      { scale: 1, returns: 'scores' },
    );
    expectClose(scores, tensor([11, 11, 11, 11], [1, 2, 2]));
    expectClose(output, tensor([15, 26, 15, 26], [2, 2]));
  });

  it('takes a batch, grouped queries and a mask, and gives weights by head', () => {
    const [X, W] = [normal(1, 2, 3, 4), layer(2, 4, 4, 2, 3)];
    const { output, weights } = multiHeadAttention(X, W, { causal: true, validLengths: [3, 3], returns: 'weights' });
    expect(output.shape).toEqual([2, 3, 4]);
    expect(weights.shape).toEqual([2, 4, 3, 3]);
    expect(weights.data[1]).toBe(0);
    const alone = multiHeadAttention(tensor(X.data.slice(12), [3, 4]), W, { causal: true });
    expect([...output.data.slice(12)]).toEqual([...alone.output.data]);
  });

  it('read one position at a time through the cache is what it is at once', () => {
    const [X, W] = [normal(1, 4, 6), layer(2, 6, 4, 2, 2)];
    const atOnce = multiHeadAttention(X, W, { causal: true });
    let step = multiHeadAttention(pick(X, [0]), W, { causal: true });
    for (let i = 1; i < 4; i++) {
      step = multiHeadAttention(pick(X, [i]), W, { causal: true, past: step });
      expectClose(step.output, pick(atOnce.output, [i]));
    }
    expect(step.K).toEqual(atOnce.K);
  });

  it('refuses a projection or bias that does not fit, naming both shapes', () => {
    const [X, W] = [normal(1, 3, 4), layer(2, 4, 2, 2, 3)];
    expect(() => multiHeadAttention(X, { ...W, WK: normal(1, 5, 6) })).toThrow(/\(3, 4\).*\(5, 6\)/);
    expect(() => multiHeadAttention(X, { ...W, bQ: normal(1, 5) })).toThrow(/bias \(5\).*projection \(4, 6\).*columns/);
    expect(() => multiHeadAttention(X, { ...W, heads: 4 })).toThrow(/\(3, 6\) cannot be split into 4 heads/);
  });
});
