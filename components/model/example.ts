import { softmax } from '#lib/attention/softmax.ts';
import type { Reading } from '#lib/encoder/reading.ts';

/** Examples carry scores as whole numbers of this fraction, so that they stay small. */
export const exampleSteps = 1000;

/** A sentence read at build, as it travels: `scores[layer][head]` in steps, `(n, n)` row-major. */
export interface Example {
  readonly sentence: string;
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  readonly scores: readonly (readonly (readonly number[])[])[];
  /** `similarities[layer]` in steps, `(n, n)`: the layer's input compared with itself. */
  readonly similarities: readonly (readonly number[])[];
}

/** What the model would say of it: weights follow from scores. */
export function readingOfExample({ sentence, pieces, ids, scores, similarities }: Example): Reading {
  const n = pieces.length;
  const numbers = (map: readonly number[]): Float32Array => Float32Array.from(map, (step) => step / exampleSteps);
  const layers = scores.map((heads, layer) => {
    const scores = heads.map(numbers);
    const weights = scores.map((data) => softmax({ data, shape: [n, n] }).data);
    return { scores, weights, similarity: numbers(similarities[layer]!) };
  });
  return { text: sentence, pieces, ids, tokens: n, leftOut: '', layers };
}
