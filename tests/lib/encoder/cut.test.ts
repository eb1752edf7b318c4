import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attentionWeights } from '../../../lib/attention/attentionWeights.ts';
import { headOf } from '../../../lib/attention/heads.ts';
import { rowSums } from '../../../lib/analysis/rowSums.ts';
import { scaledDotProductAttention } from '../../../lib/attention/scaledDotProductAttention.ts';
import { cutGathered } from '../../../lib/encoder/cut.ts';
import { encode, untrainedWeights, tokenize, type Edge } from '../../../lib/encoder/index.ts';
import { largestDifference } from '../../../lib/largestDifference.ts';
import { tensor } from '../../../lib/tensor.ts';
import { normal } from '../attention/arbitrary.ts';
import { int8, vocabulary } from './models.ts';

const { ids } = tokenize('The river bank is high', vocabulary);
const n = ids.length;
const whole = encode(ids, int8);
const edges: fc.Arbitrary<Edge> = fc.record({
  layer: fc.nat(1),
  head: fc.nat(3),
  query: fc.nat(n - 1),
  key: fc.nat(n - 1),
});
const far = (a: Float32Array, b: Float32Array): number => largestDifference(a, b).size;

describe('a cut edge in the encoder', () => {
  test('is gone, its row shares the weight out, and no other row of its layer changes', () => {
    fc.assert(
      fc.property(edges, (cut) => {
        const { layer, head, query, key } = cut;
        const { layers } = encode(ids, int8, { cut });
        expect(layers[layer]!.weights[head]![query * n + key]).toBe(0);
        for (const map of layers.flatMap(({ weights }) => weights))
          for (const sum of rowSums(map, n)) expect(sum).toBeCloseTo(1, 5);
        for (const [h, map] of layers[layer]!.weights.entries())
          for (let row = 0; row < n; row++)
            if (h !== head || row !== query)
              expect(map.slice(row * n, (row + 1) * n)).toEqual(
                whole.layers[layer]!.weights[h]!.slice(row * n, (row + 1) * n),
              );
      }),
      { numRuns: 25 },
    );
  });

  test('changes nothing before it, and of its own layer only the query’s vector', () => {
    fc.assert(
      fc.property(edges, (cut) => {
        const { layers } = encode(ids, int8, { cut });
        for (const [l, layer] of layers.entries()) {
          if (l > cut.layer) continue;
          for (const name of ['X', 'Q', 'K', 'V'] as const) expect(layer[name]).toEqual(whole.layers[l]![name]);
          if (l < cut.layer) expect(layer.weights).toEqual(whole.layers[l]!.weights);
          for (let row = 0; row < n; row++) {
            const vector = (from: typeof layer) => from.vectors!.data.slice(row * 512, (row + 1) * 512);
            const moved = far(vector(layer), vector(whole.layers[l]!));
            expect(moved > 0).toBe(l === cut.layer && row === cut.query);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is felt by every later layer, all words of it, and by the sentence', () => {
    const { layers, embedding } = encode(ids, int8, { cut: { layer: 0, head: 1, query: 2, key: 1 } });
    for (const [h, map] of layers[1]!.weights.entries())
      expect(far(map, whole.layers[1]!.weights[h]!)).toBeGreaterThan(1e-4);
    for (let row = 0; row < n; row++)
      expect(
        far(
          layers[1]!.vectors!.data.slice(row * 512, (row + 1) * 512),
          whole.layers[1]!.vectors!.data.slice(row * 512, (row + 1) * 512),
        ),
      ).toBeGreaterThan(1e-4);
    expect(far(embedding!, whole.embedding!)).toBeGreaterThan(1e-4);
  });

  test('works on weights that stop at the maps', () => {
    const maps = { ...int8, sentence: undefined, layers: [int8.layers[0]!, { ...int8.layers[1]!, after: undefined }] };
    const { layers } = encode(ids, maps, { cut: { layer: 1, head: 0, query: 0, key: 1 } });
    expect(layers[1]!.weights[0]![1]).toBe(0);
    expect(layers[1]!.vectors).toBeUndefined();
  });

  test('of a word alone leaves its row without weight', () => {
    const { layers } = encode([5], untrainedWeights(1), { cut: { layer: 0, head: 2, query: 0, key: 0 } });
    expect([...layers[0]!.weights[2]!]).toEqual([0]);
    expect([...layers[0]!.weights[1]!]).toEqual([1]);
    expect(layers[1]!.vectors!.data.every(Number.isFinite)).toBe(true);
  });

  test.each([
    ['layer', 2, 1],
    ['head', 4, 3],
    ['query', 5, 4],
    ['key', -1, 4],
    ['key', 0.5, 4],
  ] as const)('is refused where it is not: %s %d', (name, value, last) => {
    const cut = { layer: 0, head: 0, query: 0, key: 0, [name]: value };
    expect(() => encode(ids, int8, { cut })).toThrow(
      `The edge to cut has ${name} ${value}: give one from 0 to ${last}.`,
    );
  });
});

describe('cutGathered(gathered, V, edge)', () => {
  test('equals attention with that edge masked by −∞', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 5 }), fc.nat(), fc.nat(), (seed, size, q, k) => {
        const edge = { layer: 0, head: seed % 2, query: q % size, key: k % size };
        const [Q, K, V] = [0, 1, 2].map((more) => normal(seed + more, 2, size, 3)) as [
          ReturnType<typeof normal>,
          ReturnType<typeof normal>,
          ReturnType<typeof normal>,
        ];
        const mask = tensor(new Float32Array(2 * size * size), [2, size, size]);
        mask.data[(edge.head * size + edge.query) * size + edge.key] = -Infinity;
        const masked = scaledDotProductAttention(Q, K, V, { mask, returns: 'weights' });
        const cut = cutGathered(scaledDotProductAttention(Q, K, V, { returns: 'weights' }), V, edge);
        expect(far(cut.weights.data, masked.weights.data)).toBeLessThan(1e-5);
        expect(far(cut.output.data, masked.output.data)).toBeLessThan(1e-5);
      }),
    );
  });

  test('in the trained encoder too', () => {
    const { Q, K, V } = whole.layers[1]!;
    const { scores } = scaledDotProductAttention(headOf(Q, 2), headOf(K, 2), headOf(V, 2), { returns: 'scores' });
    const mask = tensor(new Float32Array(n * n), [n, n]);
    mask.data[2 * n + 1] = -Infinity;
    const { layers } = encode(ids, int8, { cut: { layer: 1, head: 2, query: 2, key: 1 } });
    expect(far(layers[1]!.weights[2]!, attentionWeights(scores, mask).data)).toBeLessThan(1e-5);
  });
});
