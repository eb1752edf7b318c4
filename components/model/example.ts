import { softmax } from '#lib/attention/softmax.ts';
import type { Shown } from './shown.ts';

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
export function shownOf({ sentence, pieces, ids, scores: steps, similarities: alike }: Example): Shown {
  const n = pieces.length;
  const numbers = (map: readonly number[]): Float32Array => Float32Array.from(map, (step) => step / exampleSteps);
  const scores = steps.map((layer) => layer.map(numbers));
  const similarities = alike.map(numbers);
  const maps = scores.map((layer) => layer.map((data) => softmax({ data, shape: [n, n] }).data));
  return { sentence, pieces, ids, scores, similarities, maps, tokens: n, leftOut: '' };
}
