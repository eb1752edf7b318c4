import { describe, expect, it } from 'vitest';
import { tiledAttention } from '../../../lib/attention/index.ts';
import { mayAttend } from '../../../lib/attention/mayAttend.ts';
import {
  cacheBytes,
  causalPairs,
  countReads,
  decoderProducts,
  mistral7B,
  scoresBytes,
  weightsBytes,
  writingProducts,
} from '../../../lib/complexity/index.ts';
import type { Tensor } from '../../../lib/tensor.ts';
import { normal } from '../attention/arbitrary.ts';

const [n, d] = [9, 4];
const first = ({ data, shape }: Tensor, rows: number): Tensor => ({
  data: data.subarray(0, rows * shape[1]!),
  shape: [rows, shape[1]!],
});

describe('causalPairs', () => {
  it.each([1, 2, 3, 8, 9, 20])('are those that the library’s rule allows in a window of %i', (window) => {
    let allowed = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) if (mayAttend(i, j, { causal: true, window: [window - 1, -1] })) allowed++;
    expect(causalPairs(n, window)).toBe(allowed);
  });
  it('are half of all, and half of the diagonal, without a window', () => {
    expect(causalPairs(n)).toBe((n * n + n) / 2);
  });
});

/** Tiles of one pair: nothing that is masked is computed. */
describe('multiply–adds, counted while the library runs', () => {
  const [Q, K, V] = [normal(1, n, d), normal(2, n, d), normal(3, n, d)];
  const counted = (rows: (step: number) => Tensor, step: number, causal: boolean): number => {
    const [k, v] = [countReads(first(K, step)), countReads(first(V, step))];
    tiledAttention(rows(step), k, v, { tile: 1, causal });
    return k.reads + v.reads;
  };
  const steps = Array.from({ length: n }, (_, step) => step + 1);
  const last = (step: number): Tensor => ({ data: Q.data.subarray((step - 1) * d, step * d), shape: [1, d] });

  it('are writingProducts with a cache, where each step asks once', () => {
    expect(steps.reduce((sum, step) => sum + counted(last, step, false), 0)).toBe(writingProducts(n, d, true));
  });
  it('are writingProducts without one, where each step asks again for all', () => {
    expect(steps.reduce((sum, step) => sum + counted((rows) => first(Q, rows), step, true), 0)).toBe(
      writingProducts(n, d, false),
    );
  });
  it.each([undefined, 3])('are decoderProducts, window %s', (window) => {
    const [k, v] = [countReads(K), countReads(V)];
    tiledAttention(Q, k, v, { tile: 1, causal: true, window: window ? [window - 1, -1] : undefined });
    const one = { layers: 1, heads: 1, keyHeads: 1, dK: d, window };
    expect(decoderProducts(one, n)).toBe(k.reads + v.reads);
    expect(decoderProducts({ ...one, layers: 3, heads: 2 }, n)).toBe(6 * decoderProducts(one, n));
  });
});

describe('bytes', () => {
  const all = { ...mistral7B, window: undefined };
  it('of scores are half of what one head after another takes in float32', () => {
    expect(scoresBytes(all, 1000)).toBe((32 * weightsBytes(1000)) / 2);
  });
  it('of the cache are two matrices of each head of keys in each layer, in 16 bits', () => {
    expect(cacheBytes(all, 1)).toBe(131_072);
    expect(cacheBytes({ ...all, keyHeads: all.heads }, 1)).toBe(4 * 131_072);
  });
  it('of the cache grow no further than the window', () => {
    expect(cacheBytes(mistral7B, 4096)).toBe(2 ** 29);
    expect(cacheBytes(mistral7B, 10 ** 6)).toBe(2 ** 29);
    expect(cacheBytes(mistral7B, 100)).toBe(cacheBytes(all, 100));
  });
});
