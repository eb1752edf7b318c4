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
}

/** What the model would say of it: weights follow from scores. */
export function shownOf({ sentence, pieces, ids, scores: steps }: Example): Shown {
  const n = pieces.length;
  const scores = steps.map((layer) => layer.map((map) => Float32Array.from(map, (step) => step / exampleSteps)));
  const maps = scores.map((layer) => layer.map((data) => softmax({ data, shape: [n, n] }).data));
  return { sentence, pieces, ids, scores, maps, tokens: n, leftOut: '' };
}
