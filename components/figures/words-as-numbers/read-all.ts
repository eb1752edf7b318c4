import { keep } from 'virtual:kept';
import { encoder, loneWords } from 'virtual:encoder/build';
import { wordSpaces } from '#lib/encoder/index.ts';
import { readWords } from './reading.ts';

export const readAll = keep('words-as-numbers', () => {
  const { words, vectors } = loneWords();
  return readWords({ ...encoder, ...wordSpaces(words, vectors, encoder.weights) });
});
