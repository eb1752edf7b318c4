import { describe, expect, test } from 'vitest';
import {
  encode,
  encodeAlone,
  neighbours,
  untrainedWeights,
  wholeWords,
  wordSpace,
} from '../../../lib/encoder/index.ts';
import { tensor } from '../../../lib/tensor.ts';
import { int8, vocabulary } from './models.ts';

const compass = wordSpace(['north', 'east', 'south', 'west'], tensor([5, 6, 6, 5, 5, 4, 4, 5], [4, 2]));

describe('neighbours', () => {
  test('are counted from the mean: far from 0, a compass still has four directions', () => {
    expect([...compass.mean]).toEqual([5, 5]);
    expect(neighbours(Float32Array.of(5, 9), compass, 4).map(({ word, cosine }) => [word, cosine + 0])).toEqual([
      ['north', 1],
      ['east', 0],
      ['west', 0],
      ['south', -1],
    ]);
  });

  test('leave out what is to be left out, and stop at the count', () => {
    expect(neighbours(Float32Array.of(5.5, 9), compass, 1, ['north']).map(({ word }) => word)).toEqual(['east']);
  });

  test('need a vector for each word', () => {
    expect(() => wordSpace(['north'], tensor([1, 2, 3, 4], [2, 2]))).toThrow('1 words need as many vectors');
  });
});

describe('encoding words by themselves', () => {
  test('gives for many at once what `encode` gives for each', () => {
    const ids = wholeWords(vocabulary)
      .slice(100, 106)
      .map(({ id }) => id);
    const { data, shape } = encodeAlone(ids, int8);
    expect(shape).toEqual([6, 512]);
    for (const [i, id] of ids.entries())
      expect(data.subarray(i * 512, (i + 1) * 512)).toEqual(encode([id], int8).layers[1]!.vectors!.data);
  });

  test('refuses weights that stop at the maps', () => {
    const whole = untrainedWeights(1);
    const layers = whole.layers.map((layer, index) => (index === 1 ? { ...layer, after: undefined } : layer));
    expect(() => encodeAlone([7], { ...whole, layers })).toThrow('Open the vectors part as well');
  });
});

test('the vocabulary holds 5,513 whole words, of three letters or more and without the mark', () => {
  const words = wholeWords(vocabulary);
  expect(words).toHaveLength(5513);
  expect(words.every(({ word, id }) => /^[A-Za-z]{3,}$/.test(word) && vocabulary.pieces[id] === `▁${word}`)).toBe(true);
});
