import { describe, expect, it } from 'vitest';
import { explainOutput, explainProduct, explainSoftmax, explainWeight } from '../../../lib/analysis/index.ts';
import { headOf, scaledDotProductAttention } from '../../../lib/attention/index.ts';
import { encode, tokenize } from '../../../lib/encoder/index.ts';
import { int8, vocabulary } from '../encoder/models.ts';
import { normal } from '../attention/arbitrary.ts';

const cases = [
  { name: 'random numbers', Q: normal(1, 5, 12), K: normal(2, 7, 12), V: normal(3, 7, 4) },
  ...encode(tokenize('I went to the bank to deposit money', vocabulary).ids, int8).layers.map(({ Q, K, V }, layer) => ({
    name: `the encoder, layer ${layer + 1}`,
    Q: headOf(Q, 1),
    K: headOf(K, 1),
    V: headOf(V, 1),
  })),
];

describe.each(cases)('explainWeight(Q, K, query, key) on $name', ({ Q, K, V }) => {
  const [n, m] = [Q.shape[0]!, K.shape[0]!];
  const { scores } = scaledDotProductAttention(Q, K, V, { returns: 'scores' });
  const { weights, output } = scaledDotProductAttention(Q, K, V, { returns: 'weights' });

  it('reaches the very score and weight that attention computes', () => {
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++) {
        const explained = explainWeight(Q, K, i, j);
        expect(explained.score).toBe(scores.data[i * m + j]);
        expect(explained.weight).toBe(weights.data[i * m + j]);
      }
  });

  it('has no gap between one step and the next', () => {
    const { largest, rest, dot, scale, score, scores, rowMax, powers, power, total, weight } = explainWeight(
      Q,
      K,
      4,
      m - 1,
    );
    expect(largest).toHaveLength(6);
    expect(largest.length + rest.count).toBe(Q.shape[1]);
    for (const { query, key, product } of largest) expect(product).toBe(query * key);
    expect(largest.reduce((sum, { product }) => sum + product, 0) + rest.sum).toBeCloseTo(dot, 10);
    expect(dot * scale).toBeCloseTo(score, 5);
    expect(rowMax).toBe(Math.max(...scores));
    expect(power).toBeCloseTo(Math.exp(score - rowMax), 12);
    expect(powers.reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(power / total).toBeCloseTo(weight, 6);
  });

  it('names the largest products, whatever their sign', () => {
    const { largest } = explainWeight(Q, K, 0, 0, 3);
    const all = Array.from({ length: Q.shape[1]! }, (_, f) => Math.abs(Q.data[f]! * K.data[f]!)).toSorted(
      (a, b) => b - a,
    );
    expect(largest.map(({ product }) => Math.abs(product))).toEqual(all.slice(0, 3));
  });

  it('is continued by explainOutput to the very output', () => {
    const dV = V.shape[1]!;
    for (const feature of [0, dV - 1]) {
      const { largest, rest, output: sum } = explainOutput(weights.data.subarray(4 * m, 5 * m), V, feature, 3);
      expect(largest.length + rest.count).toBe(m);
      for (const { weight, value, product } of largest) expect(product).toBe(weight * value);
      expect(largest.reduce((total, { product }) => total + product, 0) + rest.sum).toBeCloseTo(sum, 10);
      expect(Math.fround(sum)).toBe(output.data[4 * dV + feature]);
    }
  });
});

describe('explainProduct', () => {
  it('gives each product with its factors, and their sum', () => {
    expect(explainProduct([1, 2], [3, -4])).toEqual({
      terms: [
        { left: 1, right: 3, product: 3 },
        { left: 2, right: -4, product: -8 },
      ],
      sum: -5,
    });
  });

  it('refuses a row and a column of different length', () => {
    expect(() => explainProduct([1], [1, 2])).toThrow('a column of 2');
  });
});

describe('explainSoftmax', () => {
  it('takes the largest score off each, then shares out', () => {
    const { largest, shifted, powers, total, power, weight } = explainSoftmax([2, 2 - Math.LN2], 1);
    expect(largest).toBe(2);
    expect(shifted[0]).toBe(0);
    expect(powers[0]).toBe(1);
    expect(power).toBeCloseTo(1 / 2, 12);
    expect(total).toBeCloseTo(3 / 2, 12);
    expect(weight).toBeCloseTo(1 / 3, 12);
  });

  it('refuses a key outside the row', () => {
    expect(() => explainSoftmax([1, 2], 2)).toThrow('no key 2 in a row of 2: keys run from 0 to 1');
  });
});

describe('what cannot be explained', () => {
  it('is a query or key that is not there', () => {
    expect(() => explainWeight(normal(1, 2, 3), normal(2, 4, 3), 2, 0)).toThrow(
      'no query 2 with key 0: queries run from 0 to 1, keys from 0 to 3',
    );
    expect(() => explainWeight(normal(1, 2, 3), normal(2, 4, 3), 0, -1)).toThrow('no query 0 with key -1');
  });
  it('is a feature that is not there, or weights of another count', () => {
    expect(() => explainOutput(Float32Array.of(1, 0), normal(1, 2, 3), 3)).toThrow(
      'no feature 3: features run from 0 to 2',
    );
    expect(() => explainOutput(Float32Array.of(1), normal(1, 2, 3), 0)).toThrow('1 weights do not fit 2 values');
  });
  it('is a head that is not there', () => {
    expect(() => headOf(normal(1, 2, 3, 4), 2)).toThrow('Shape (2, 3, 4) has no head 2');
  });
});
