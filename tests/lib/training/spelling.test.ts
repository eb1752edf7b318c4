import { describe, expect, it } from 'vitest';
import { english } from '../../../lib/training/translation/corpus.ts';
import { englishWords, nearWords } from '../../../lib/training/translation/spelling.ts';

describe('A typed sentence', () => {
  it.each([
    ['The boy eats.', ['the', 'boy', 'eats', '.']],
    ['  does he\tsleep ?', ['does', 'he', 'sleep', '?']],
    ['we sing', ['we', 'sing', '.']],
    ['I don’t, no!', ['i', 'don’t', ',', 'no', '!', '.']],
    ['', []],
    ['\u0000', ['\u0000', '.']],
  ])('%j is read word by word, with an end', (text, words) => {
    expect(englishWords(text)).toEqual(words);
  });
});

describe('Words that are spelt like one', () => {
  it('come the nearest first, three at most', () => {
    expect(nearWords('aple')[0]).toBe('apple');
    expect(nearWords('bok')).toEqual(['boy', 'book']);
    expect(nearWords('hous')[0]).toBe('house');
    for (const word of ['ca', 'bat', 'singing']) expect(nearWords(word).length).toBeLessThanOrEqual(3);
  });

  it('are none where nothing is near, and the word itself where it is known', () => {
    expect(nearWords('quixotic')).toEqual([]);
    for (const word of english) expect(nearWords(word)[0]).toBe(word);
  });
});
