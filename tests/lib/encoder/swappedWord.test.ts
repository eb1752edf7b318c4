import { describe, expect, test } from 'vitest';
import { swappedWord, tokenize } from '../../../lib/encoder/index.ts';
import { vocabulary } from './models.ts';

const of = (first: string, second: string) =>
  swappedWord(tokenize(first, vocabulary).pieces, tokenize(second, vocabulary).pieces);

describe('the word in which two texts differ', () => {
  test('is found, with its pieces', () => {
    expect(of('The river bank is high', 'The central bank is high')).toEqual({
      kind: 'swap',
      start: 1,
      end: 2,
      words: ['river', 'central'],
    });
  });

  test('may be a word of several pieces, if both have as many', () => {
    const swap = of('I sat fishing', 'I sat chased');
    expect(swap).toMatchObject({ kind: 'swap', start: 2, words: ['fishing', 'chased'] });
    expect(swap).toMatchObject({ end: tokenize('I sat fishing', vocabulary).pieces.length });
  });

  test('is none where they are the same', () => {
    expect(of('The bank', 'The bank')).toEqual({ kind: 'same' });
  });

  test('is several where they are', () => {
    expect(of('The river bank is high', 'The central bank is low')).toEqual({
      kind: 'several',
      words: [
        ['river', 'central'],
        ['high', 'low'],
      ],
    });
  });

  test('must be read in as many pieces', () => {
    expect(of('He ate it', 'He bought it')).toEqual({
      kind: 'pieces',
      words: ['ate', 'bought'],
      pieces: [['▁a', 'te'], ['▁bought']],
    });
  });

  test('cannot be found in texts of different lengths', () => {
    expect(of('The bank is high', 'The river bank is high')).toEqual({ kind: 'lengths', counts: [4, 5], from: 'bank' });
    expect(of('The bank is', 'The bank is high')).toEqual({ kind: 'lengths', counts: [3, 4], from: 'is' });
    expect(of('The bank is high', 'The bank is')).toEqual({ kind: 'lengths', counts: [4, 3], from: 'high' });
  });
});
