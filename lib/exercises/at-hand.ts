import { dot, mix, softmax } from '../listings/attention.ts';

/** The functions of the code chapter's listing that stand on nothing else, and three that stand on these. */
const sources = {
  dot: String(dot),
  softmax: String(softmax),
  mix: String(mix),
  maskedSoftmax: '(scores) => (scores.every((score) => score === -Infinity) ? scores.map(() => 0) : softmax(scores))',
  multiply: '(A, B) => A.map((row) => mix(row, B))',
  transpose: '(A) => A[0].map((_, j) => A.map((row) => row[j]))',
};

/** The source of those functions, under their names also where the page's code is minified. */
export function atHand(...names: readonly (keyof typeof sources)[]): string {
  return names.map((name) => `globalThis.${name} = ${sources[name]};`).join('\n');
}
