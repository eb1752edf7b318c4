import { describe, expect, it } from 'vitest';
import {
  encode,
  headScores,
  headWeights,
  headWorkings,
  inputSimilarity,
  readingOf,
  tokenize,
} from '../../../lib/encoder/index.ts';
import { largestDifference } from '../../../lib/largestDifference.ts';
import { int8, vocabulary } from './models.ts';

const text = 'I went to the bank to deposit money';
const tokens = tokenize(text, vocabulary);
const reading = readingOf(text, tokens, encode(tokens.ids, int8));
const layer = reading.layers[1]!;

describe('a reading', () => {
  it('gives weights as the model has them, and the same from scores or from workings alone', () => {
    for (const [head, weights] of layer.weights!.entries()) {
      expect(headWeights(layer, head)).toBe(weights);
      const scores = layer.weights!.map((_, each) => headScores(layer, each));
      expect(headScores({ scores }, head)).toBe(scores[head]);
      for (const less of [{ scores }, { workings: layer.workings }])
        expect(largestDifference(headWeights(less, head), weights).size).toBeLessThan(1e-5);
    }
  });

  it('compares its input with itself, or knows how that came out', () => {
    const known = inputSimilarity(layer);
    expect(known).toHaveLength(64);
    expect(inputSimilarity({ similarity: known })).toBe(known);
  });

  it('says what it came without', () => {
    expect(() => headWeights({}, 0)).toThrow('without queries, keys and values');
    expect(() => headWorkings({ workings: { 1: headWorkings(layer, 1) } }, 0)).toThrow('ask the model');
    expect(() => inputSimilarity({})).toThrow('without the input');
  });
});
