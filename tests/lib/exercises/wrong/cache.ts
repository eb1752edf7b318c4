import type { Wrong } from './wrong.ts';

const attending = (lines: string): string => `
const kept = { K: [], V: [] };
function attendNext(cache, query: number[], key: number[], value: number[]): number[] {
${lines}
}`;
const rest = `
  const scores = cache.K.map((each) => dot(query, each) / Math.sqrt(query.length));
  return mix(softmax(scores), cache.V);`;

export const wrong: readonly Wrong[] = [
  {
    mistake: 'attends before it puts the new word into the cache',
    source: attending(`
  const scores = cache.K.map((each) => dot(query, each) / Math.sqrt(query.length));
  const output = mix(softmax(scores), cache.V);
  cache.K.push(key);
  cache.V.push(value);
  return output;`),
    fails: 'the first words of two sentences, each with its own cache',
    sentence: /^It stopped with an error\. TypeError: /,
  },
  {
    mistake: 'divides by the root of the number of keys',
    source: attending(`
  cache.K.push(key);
  cache.V.push(value);
  const scores = cache.K.map((each) => dot(query, each) / Math.sqrt(cache.K.length));
  return mix(softmax(scores), cache.V);`),
    fails: 'three words, one after another',
    sentence: /^The numbers differ, first in row 2, column 1: /,
  },
  {
    mistake: 'keeps the last word only',
    source: attending(`
  cache.K = [key];
  cache.V = [value];${rest}`),
    fails: 'three words, one after another',
    sentence: /^The numbers differ, first in row 2, column 1: /,
  },
  {
    mistake: 'puts the query into the cache in place of the key',
    source: attending(`
  cache.K.push(query);
  cache.V.push(value);${rest}`),
    fails: 'three words, one after another',
    sentence: /^The numbers differ, first in row 2, column 1: /,
  },
  {
    mistake: 'keeps a window of four words',
    source: attending(`
  cache.K = [...cache.K, key].slice(-4);
  cache.V = [...cache.V, value].slice(-4);${rest}`),
    fails: 'eight words, one after another',
    sentence: /^The numbers differ, first in row 5, column 1: /,
  },
  {
    mistake: 'keeps all sentences in one variable',
    source: attending(`
  kept.K.push(key);
  kept.V.push(value);
  const scores = kept.K.map((each) => dot(query, each) / Math.sqrt(query.length));
  return mix(softmax(scores), kept.V);`),
    fails: 'the first words of two sentences, each with its own cache',
    sentence: /^The numbers differ, first in row 2, column 1: /,
  },
  {
    mistake: 'returns the value without attending',
    source: attending('  return value;'),
    fails: 'three words, one after another',
    sentence: /^The numbers differ, first in row 2, column 1: /,
  },
];
