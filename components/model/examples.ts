import { headOf } from '#lib/attention/heads.ts';
import { encode, headScores, inputSimilarity, readingOf, tokenize } from '#lib/encoder/index.ts';
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
  const tokens = tokenize(sentence, encoder.vocabulary);
  const { pieces, ids, layers } = readingOf(sentence, tokens, encode(tokens.ids, encoder.weights));
  return {
    sentence,
    pieces,
    ids,
    scores: layers.map((layer) => layer.weights.map((_, head) => inSteps(headScores(layer, head), exampleSteps))),
    similarities: layers.map((layer) => inSteps(inputSimilarity(layer), exampleSteps)),
  };
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
