import { encode, tokenize } from '#lib/encoder/index.ts';
import { encoder } from 'virtual:encoder/build';
import { exampleSteps, type Example } from './example.ts';

/** Read at build, so that they answer before the model is there. The first is every page's own. */
export const sentences = [
  'I went to the bank to deposit money',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple and then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
] as const;

/** What the trained encoder computes for a sentence, by the same weights and code as in the browser. */
export function readExample(sentence: string): Example {
  const { pieces, ids } = tokenize(sentence, encoder.vocabulary);
  const { layers } = encode(ids, encoder.weights);
  const maps = layers.map(({ weights }) => weights.map((map) => Array.from(map, (weight) => Math.round(weight * exampleSteps))));
  return { sentence, pieces, ids, maps };
}
