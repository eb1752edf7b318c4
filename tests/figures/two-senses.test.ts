import { describe, expect, test } from 'vitest';
import { encode, readingOf, tokenize } from '../../lib/encoder/index.ts';
import { placesOfPairs } from '../../lib/encoder/placesOfPairs.ts';
import { sensePairs } from '../../lib/encoder/sensePairs.ts';
import { pairOf, placesOf, type Typed } from '../../components/figures/two-senses/own-pair.ts';
import { pairs } from '../../components/figures/two-senses/pairs.ts';
import { int8, vocabulary } from '../lib/encoder/models.ts';

const typed: Typed = {
  word: 'bank',
  sentences: ['My bank sent me a new card', 'He pulled the canoe up on the bank'],
  anchors: ['money, cash', 'river lake'],
};
const read = (text: string) => {
  const tokens = tokenize(text, vocabulary);
  return readingOf(text, tokens, encode(tokens.ids, int8));
};
const places = (own: Typed) => {
  const pair = pairOf(own);
  const [first, second] = pair.anchors;
  return placesOf(pair, [read(own.sentences[0]), read(own.sentences[1])], [first.map(read), second.map(read)]);
};

describe('a pair of the reader’s own', () => {
  test('comes out where the same pair does that was measured for the claims', () => {
    const form = sensePairs.find(({ word }) => word === 'spring')!;
    const { word, sentences, anchors } = pairs.get('spring-2')!;
    const own = places({ word, sentences, anchors: [anchors[0].join(' '), anchors[1].join(', ')] });
    const measured = placesOfPairs(form, { weights: int8, vocabulary })[1]!;
    own.form.forEach((place, sentence) => expect(place).toBeCloseTo(measured[sentence]!, 2));
  });

  test('has the middles of the words for its senses at −1 and at 1', () => {
    const mean = (list: readonly number[]) => list.reduce((sum, place) => sum + place, 0) / list.length;
    const { anchors } = places(typed);
    expect(mean(anchors[0])).toBeCloseTo(-1, 2);
    expect(mean(anchors[1])).toBeCloseTo(1, 2);
  });

  test.each<[string, Partial<Typed>, RegExp]>([
    ['an empty box', { word: '' }, /^A box is empty\./],
    ['two words in place of one', { word: 'river bank' }, /^“river bank” is more than one word\./],
    ['a sense without words', { anchors: [',', 'river'] }, /^A sense has no words\./],
    [
      'too many words',
      { anchors: ['money '.repeat(13), 'river'] },
      /^A sense has 13 words, and there is room for 12\./,
    ],
    [
      'a word that is not in a sentence',
      { word: 'canoe' },
      /^The model does not read “canoe” as one piece in “My bank/,
    ],
    [
      'a word that is read in pieces',
      { word: 'pitcher', sentences: ['The pitcher threw', 'The pitcher was full'] },
      /^The model does not read “pitcher” as one piece in “The pitcher threw”\. Its pieces there are: The · /,
    ],
    [
      'a word for a sense that is read in pieces',
      { anchors: ['money', 'whale'] },
      /^The model reads “whale” in \d pieces/,
    ],
  ])('is refused for %s, with a sentence that says so', (_, wrong, sentence) => {
    expect(() => places({ ...typed, ...wrong })).toThrow(sentence);
  });
});
