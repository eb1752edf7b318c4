import { describe, expect, test } from 'vitest';
import { encode, maxTokens, originalTensors, tokenize, untrainedWeights } from '../../../lib/encoder/index.ts';
import { layerNorm } from '../../../lib/encoder/layerNorm.ts';
import { positionSignal } from '../../../lib/encoder/positionSignal.ts';
import { tensor } from '../../../lib/tensor.ts';
import { int8, source, vocabulary } from './models.ts';
import { sentences } from './sentences.ts';

const rowSums = (map: Float32Array): number[] => {
  const n = Math.sqrt(map.length);
  return Array.from({ length: n }, (_, i) => map.subarray(i * n, (i + 1) * n).reduce((a, b) => a + b));
};
const largestDifference = (a: Float32Array, b: Float32Array): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);

describe('the encoder', () => {
  test('gives rows that sum to 1 in every head of both layers', () => {
    for (const sentence of sentences) {
      const { layers } = encode(tokenize(sentence, vocabulary).ids, int8);
      expect(layers.map((layer) => layer.weights.length)).toEqual([4, 4]);
      for (const sum of layers.flatMap((layer) => layer.weights.flatMap(rowSums))) expect(sum).toBeCloseTo(1, 5);
    }
  });

  test('gives queries, keys and values from which the weights follow', () => {
    const { layers } = encode(tokenize(sentences[0], vocabulary).ids, int8);
    for (const { Q, K, V, weights } of layers) {
      const [heads = 0, n = 0, d = 0] = Q.shape;
      expect([Q.shape, K.shape, V.shape]).toEqual([
        [4, n, d],
        [4, n, d],
        [4, n, d],
      ]);
      const dot = (q: number, k: number): number =>
        Array.from({ length: d }, (_, f) => Q.data[q * d + f]! * K.data[k * d + f]!).reduce((a, b) => a + b);
      for (let head = 0; head < heads; head++) {
        const scores = Array.from({ length: n }, (_, j) => dot(head * n + 4, head * n + j) / Math.sqrt(d));
        const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
        for (const [j, score] of scores.entries())
          expect(weights[head]![4 * n + j]).toBeCloseTo(Math.exp(score) / sum, 4);
      }
    }
  });

  test('without the position signal only permutes its maps when the tokens are permuted', () => {
    const { ids } = tokenize(sentences[1], vocabulary);
    const n = ids.length;
    const order = ids.map((_, i) => (5 * i + 3) % n);
    expect(new Set(order).size).toBe(n);
    const shuffled = order.map((i) => ids[i]!);
    const differences = (positions: boolean): number => {
      const straight = encode(ids, int8, { positions });
      const moved = encode(shuffled, int8, { positions });
      return Math.max(
        ...straight.layers.flatMap((layer, l) =>
          layer.weights.map((map, head) => {
            const expected = Float32Array.from(
              { length: n * n },
              (_, cell) => map[order[Math.floor(cell / n)]! * n + order[cell % n]!]!,
            );
            return largestDifference(expected, moved.layers[l]!.weights[head]!);
          }),
        ),
      );
    };
    expect(differences(false)).toBeLessThan(1e-5);
    expect(differences(true)).toBeGreaterThan(0.1);
  });

  test('takes 128 tokens, and refuses 129, none, and ids it does not have', () => {
    const ids = Array.from({ length: maxTokens }, (_, i) => i + 6);
    expect(encode(ids, int8).embedding).toHaveLength(512);
    expect(() => encode([...ids, 6], int8)).toThrow(
      new RangeError('The encoder takes at most 128 tokens, but 129 were given. Keep the first 128.'),
    );
    expect(() => encode([], int8)).toThrow('There is no token to encode');
    for (const id of [-1, 8002, 1.5, NaN]) expect(() => encode([id], int8)).toThrow(`has no token ${id}`);
  });

  test('takes one token, and one that it does not know', () => {
    const { layers } = encode([0], int8);
    expect([...layers[1]!.weights[0]!]).toEqual([1]);
  });
});

describe('the untrained encoder', () => {
  const { ids } = tokenize(sentences[4], vocabulary);
  const mapsOf = (seed: number): readonly Float32Array[] =>
    encode(ids, untrainedWeights(seed)).layers.flatMap((layer) => layer.weights);

  test('gives the same maps for the same seed and others for another', () => {
    expect(mapsOf(3)).toEqual(mapsOf(3));
    expect(largestDifference(mapsOf(3)[0]!, mapsOf(4)[0]!)).toBeGreaterThan(0.01);
  });

  test('is as large as the trained one, and its rows sum to 1 too', () => {
    for (const sum of mapsOf(1).flatMap(rowSums)) expect(sum).toBeCloseTo(1, 5);
    const encoded = encode(ids, untrainedWeights(1));
    const trained = encode(ids, int8);
    expect(encoded.layers.map((layer) => layer.Q.shape)).toEqual(trained.layers.map((layer) => layer.Q.shape));
    expect(encoded.embedding).toHaveLength(512);
  });

  test('makes each token vector on its own, with variance 1/256', () => {
    const { embedding } = untrainedWeights(1);
    expect(embedding.row(7)).toEqual(untrainedWeights(1).embedding.row(7));
    expect(embedding.row(8)).not.toEqual(embedding.row(7));
    expect(untrainedWeights(0).embedding.row(8)).not.toEqual(embedding.row(7));
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((id) => [...embedding.row(id)]);
    const variance = numbers.reduce((sum, value) => sum + value * value, 0) / numbers.length;
    expect(variance * 256).toBeCloseTo(1, 0);
  });
});

describe('the parts of the encoder', () => {
  test('normalise a row to mean 0 and variance 1 before gain and bias', () => {
    const gain = Float32Array.of(1, 1, 1, 2);
    const bias = Float32Array.of(0, 0, 0, 10);
    const normed = layerNorm(tensor([1, 2, 3, 4, 5, 5, 5, 5], [2, 4]), { gain, bias });
    const unit = Math.sqrt(1.25);
    for (const [i, expected] of [-1.5 / unit, -0.5 / unit, 0.5 / unit, 10 + 3 / unit, 0, 0, 0, 10].entries())
      expect(normed.data[i]).toBeCloseTo(expected, 5);
  });

  test('signal positions by sines on the left and cosines on the right', () => {
    const signal = positionSignal(3, 4);
    const slow = 2 / 10_000;
    for (const [j, expected] of [Math.sin(2), Math.sin(slow), Math.cos(2), Math.cos(slow)].entries())
      expect(signal.data[2 * 4 + j]).toBeCloseTo(expected, 6);
  });

  test('refuse an original whose shards are short or whose tensors are not the expected ones', () => {
    expect(() => originalTensors(source.model, source.shards.subarray(4))).toThrow(
      'describes 27903656 bytes of weights, but its shards hold 27903652',
    );
    const [manifest] = source.model.weightsManifest;
    const renamed = manifest!.weights.map((entry) =>
      entry.name === 'module/Embeddings_en' ? { ...entry, name: 'other' } : entry,
    );
    expect(() => originalTensors({ weightsManifest: [{ ...manifest!, weights: renamed }] }, source.shards)).toThrow(
      'should hold module/Embeddings_en with shape (8002, 256), but it is missing',
    );
  });
});
