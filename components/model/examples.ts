import { headOf } from '#lib/attention/heads.ts';
import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { similarity } from '#lib/analysis/similarity.ts';
import { encode, tokenize } from '#lib/encoder/index.ts';
import { encoder } from 'virtual:encoder/build';
import { exampleSteps, type Example } from './example.ts';
import { workingsSteps, type PackedWorkings } from './workings.ts';

/** Read at build, so that they answer before the model is there. The first is every page's own. */
export const sentences = [
  'I went to the bank to deposit money',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple and then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
] as const;

const inSteps = (numbers: Float32Array, steps: number): number[] =>
  Array.from(numbers, (number) => Math.round(number * steps));

/** What the trained encoder computes for a sentence, by the same weights and code as in the browser. */
export function readExample(sentence: string): Example {
  const { pieces, ids } = tokenize(sentence, encoder.vocabulary);
  const { layers } = encode(ids, encoder.weights);
  const scores = layers.map(({ Q, K, V, weights }) => {
    const { data } = scaledDotProductAttention(Q, K, V, { returns: 'scores' }).scores;
    const size = ids.length ** 2;
    return weights.map((_, head) => inSteps(data.subarray(head * size, (head + 1) * size), exampleSteps));
  });
  const similarities = layers.map(({ X }) => inSteps(similarity(X).data, exampleSteps));
  return { sentence, pieces, ids, scores, similarities };
}

/** What goes into one head's attention, on the page's own sentence. */
export function readWorkings(layer: number, head: number): PackedWorkings {
  const [sentence] = sentences;
  const { Q, K, V } = encode(tokenize(sentence, encoder.vocabulary).ids, encoder.weights).layers[layer]!;
  const [q, k, v] = [Q, K, V].map((x) => inSteps(headOf(x, head).data, workingsSteps)) as [
    number[],
    number[],
    number[],
  ];
  return { sentence, layer, head, features: Q.shape.at(-1)!, Q: q, K: k, V: v };
}
