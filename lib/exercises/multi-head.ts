import { joinHeads, scaledDotProductAttention, splitHeads } from '../attention/index.ts';
import { fromRows } from '../fromRows.ts';
import { atHand } from './at-hand.ts';
import { shapedTensor, type Case, type Exercise } from './exercise.ts';
import { seededRows } from './seeded-rows.ts';

interface Sizes {
  readonly n?: number;
  readonly m?: number;
  readonly features: number;
  readonly values?: number;
  readonly heads: number;
}

function on(name: string, seed: number, sizes: Sizes, hint: string): Case {
  const { n = 3, m = n, features, values = features, heads } = sizes;
  const rows = [seededRows(seed, n, features), seededRows(seed + 1, m, features), seededRows(seed + 2, m, values)];
  const [Q, K, V] = rows.map((each) => splitHeads(fromRows(each), heads));
  const { output } = scaledDotProductAttention(Q!, K!, V!);
  return { name, given: [...rows, heads], expected: shapedTensor(joinHeads(output)), hint };
}

/** Several heads, each on its own slice of the features. */
export const multiHead: Exercise = {
  name: 'multiHead',
  atHand: atHand('dot', 'softmax', 'mix'),
  starter: `
function multiHead(Q: number[][], K: number[][], V: number[][], heads: number): number[][] {
  // One head, on all features at once.
  return Q.map((query) => {
    const scores = K.map((key) => dot(query, key) / Math.sqrt(query.length));
    return mix(softmax(scores), V);
  });
}
`.trim(),
  solution: `
function slice(rows: number[][], h: number, heads: number): number[][] {
  const d = rows[0].length / heads;
  return rows.map((row) => row.slice(h * d, (h + 1) * d));
}

function multiHead(Q: number[][], K: number[][], V: number[][], heads: number): number[][] {
  const outputs = Array.from({ length: heads }, (_, h) => {
    const [queries, keys, values] = [Q, K, V].map((rows) => slice(rows, h, heads));
    return queries.map((query) => {
      const scores = keys.map((key) => dot(query, key) / Math.sqrt(query.length));
      return mix(softmax(scores), values);
    });
  });
  return Q.map((_, i) => outputs.flatMap((output) => output[i]));
}
`.trim(),
  call: 'multiHead(...given)',
  cases: [
    on(
      'one head',
      61,
      { features: 4, heads: 1 },
      'With one head, this is attention as you know it: dot products divided by √dK, softmax of each row, values blended.',
    ),
    on(
      'two heads of two features',
      64,
      { features: 4, heads: 2 },
      'Head 0 has the first half of the features of every word, head 1 the second half. Each attends on its own, and divides by the square root of its own number of features. In the output, what head 1 brings back stands to the right of what head 0 brings back.',
    ),
    on(
      'four keys for two queries',
      67,
      { n: 2, m: 4, features: 4, heads: 2 },
      'The output has one row for each query, however many keys there are. Heads share out the features, never the words.',
    ),
    on(
      'values wider than keys',
      70,
      { features: 4, values: 6, heads: 2 },
      'Queries and keys have four features here, values six. So the slices of V are three wide.',
    ),
    on(
      'four heads',
      73,
      { n: 4, features: 8, heads: 4 },
      'Every head has its own weights. Nothing may depend on there being two of them.',
    ),
  ],
  tolerance: 1e-5,
};
