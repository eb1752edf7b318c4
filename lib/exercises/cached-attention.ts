import { scaledDotProductAttention } from '../attention/index.ts';
import { fromRows } from '../fromRows.ts';
import { atHand } from './at-hand.ts';
import { shapedTensor, type Case, type Exercise, type Rows, type Shaped } from './exercise.ts';
import { seededRows } from './seeded-rows.ts';

type Sentence = readonly [Q: Rows, K: Rows, V: Rows];

const sentence = (seed: number, words: number): Sentence => [
  seededRows(seed, words, 4),
  seededRows(seed + 1, words, 4),
  seededRows(seed + 2, words, 2),
];

/** All at once, under a causal mask: what one word at a time must come to. */
function whole(sentences: readonly Sentence[]): Shaped {
  const outputs = sentences.map(([Q, K, V]) =>
    shapedTensor(scaledDotProductAttention(fromRows(Q), fromRows(K), fromRows(V), { causal: true }).output),
  );
  const numbers = outputs.flatMap((output) => output.numbers);
  return { shape: [numbers.length / 2, 2], numbers };
}

const on = (name: string, sentences: readonly Sentence[], hint: string): Case => ({
  name,
  given: sentences,
  expected: whole(sentences),
  hint,
});

/** Attention of one new word to all before it, whose keys and values are kept. */
export const attendNext: Exercise = {
  name: 'attendNext',
  atHand: atHand('dot', 'softmax', 'mix'),
  starter: `
interface Cache {
  K: number[][];
  V: number[][];
}

function attendNext(cache: Cache, query: number[], key: number[], value: number[]): number[] {
  // cache.K and cache.V hold a row for each word before this one.
  return value;
}
`.trim(),
  solution: `
interface Cache {
  K: number[][];
  V: number[][];
}

function attendNext(cache: Cache, query: number[], key: number[], value: number[]): number[] {
  cache.K.push(key);
  cache.V.push(value);
  const scores = cache.K.map((each) => dot(query, each) / Math.sqrt(query.length));
  return mix(softmax(scores), cache.V);
}
`.trim(),
  // Sentences take turns word by word, each with a cache of its own.
  call: `((sentences) => {
  const caches = sentences.map(() => ({ K: [], V: [] }));
  const outputs = sentences.map(() => []);
  const longest = Math.max(...sentences.map(([Q]) => Q.length));
  for (let i = 0; i < longest; i++)
    sentences.forEach(([Q, K, V], s) => {
      if (i < Q.length) outputs[s].push(attendNext(caches[s], Q[i], K[i], V[i]));
    });
  return outputs.flat();
})(given)`,
  cases: [
    on(
      'the first words of two sentences, each with its own cache',
      [sentence(38, 1), sentence(41, 1)],
      'A word sees itself too: put its key and value into the cache first, then attend to all that the cache holds. And a sentence sees no other: what it has read belongs into the cache that is handed over, and not into a variable beside the function.',
    ),
    on(
      'three words, one after another',
      [sentence(44, 3)],
      'The cache keeps a row for every word so far. Compare the query with each key in it, divide by √dK as always, apply softmax, and blend the values. Row 3 here has to be what attention to all three words at once gives in its last row.',
    ),
    on(
      'eight words, one after another',
      [sentence(47, 8)],
      'Nothing that was read is forgotten: the last of eight words still sees the first.',
    ),
    on(
      'two sentences in turn, each with its own cache',
      [sentence(50, 3), sentence(53, 4)],
      'The words of two sentences come alternately here, and the second is longer. Everything that a call needs to know of its sentence has to stand in the cache that is handed over.',
    ),
  ],
  tolerance: 1e-5,
};
