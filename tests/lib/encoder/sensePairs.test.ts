import { describe, expect, it } from 'vitest';
import { tokenize, wordMark } from '../../../lib/encoder/index.ts';
import { placesOfPairs } from '../../../lib/encoder/placesOfPairs.ts';
import { sensePairs } from '../../../lib/encoder/sensePairs.ts';
import { int8, vocabulary } from './models.ts';

describe.each(sensePairs.map((form) => [form.word, form] as const))('The pairs of “%s”', (word, form) => {
  const sentences = form.pairs.flat();

  it('have the form once in each sentence, as one piece, and no sentence twice', () => {
    for (const sentence of sentences)
      expect(tokenize(sentence, vocabulary).pieces.filter((piece) => piece === wordMark + word)).toHaveLength(1);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('have six words for each sense, none of them for both or in a sentence', () => {
    const anchors = form.anchors.flat();
    expect(form.anchors.map(({ length }) => length)).toEqual([6, 6]);
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const anchor of anchors) {
      expect(vocabulary.ids.has(wordMark + anchor)).toBe(true);
      expect(sentences.filter((sentence) => sentence.toLowerCase().split(' ').includes(anchor.toLowerCase()))).toEqual(
        [],
      );
    }
  });
});

it('A word of an anchor, read alone, comes out on its own side', () => {
  const [form] = sensePairs;
  const alone = { ...form!, word: 'river', pairs: [['river', 'river']] as const };
  expect(placesOfPairs(alone, { weights: int8, vocabulary })[0]![0]).toBeGreaterThan(0);
});
