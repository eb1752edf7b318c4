import { keep } from 'virtual:kept';
import { encoder, loneWords } from 'virtual:encoder/build';
import { wordSpaces } from '#lib/encoder/index.ts';
import { pairIds, pairs, type Readings } from './figure.ts';
import { readPair } from './senses.ts';

/** What the encoder makes of all pairs, and of how many words the nearest are chosen. */
export const readPairs = keep('sense-from-context pairs', () => {
  const { words, vectors } = loneWords();
  const senses = { ...encoder, ...wordSpaces(words, vectors, encoder.weights) };
  const readings = Object.fromEntries(pairIds.map((id) => [id, readPair(pairs[id], senses)])) as unknown as Readings;
  return { readings, words: words.length };
});
