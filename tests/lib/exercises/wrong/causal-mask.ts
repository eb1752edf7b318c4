import type { Wrong } from './wrong.ts';

const masking = (allowed: string, masked: string): string => `
function causalWeights(scores: number[][]): number[][] {
  return scores.map((row, i) => softmax(row.map((score, j) => (${allowed} ? score : ${masked}))));
}`;

export const wrong: readonly Wrong[] = [
  {
    mistake: 'masks the diagonal too',
    source: masking('j < i', '-Infinity'),
    fails: 'one word',
    sentence: 'There is a NaN, “not a number”, first in row 1, column 1. Expected is 1.',
  },
  {
    mistake: 'hides the past in place of the future',
    source: masking('j >= i', '-Infinity'),
    fails: 'three words',
    sentence: 'The numbers differ, first in row 1, column 1: 0.09003. Expected is 1.',
  },
  {
    mistake: 'masks after softmax',
    source: `
function causalWeights(scores: number[][]): number[][] {
  return scores.map((row, i) => softmax(row).map((weight, j) => (j <= i ? weight : 0)));
}`,
    fails: 'three words',
    sentence: 'The numbers differ, first in row 1, column 1: 0.09003. Expected is 1.',
  },
  {
    mistake: 'masks with −10,000',
    source: masking('j <= i', '-10_000'),
    fails: 'scores far below zero',
    sentence: 'The numbers differ, first in row 1, column 1: 0. Expected is 1.',
  },
  {
    mistake: 'masks with 0',
    source: masking('j <= i', '0'),
    fails: 'three words',
    sentence: 'The numbers differ, first in row 1, column 1: 0.5761. Expected is 1.',
  },
  {
    mistake: 'knows three words only',
    source: `
function causalWeights(scores: number[][]): number[][] {
  const masked = scores.map((row) => [...row]);
  if (masked.length > 1) masked[0][1] = -Infinity;
  if (masked.length > 2) masked[0][2] = masked[1][2] = -Infinity;
  return masked.map((row) => softmax(row));
}`,
    fails: 'five words',
    sentence: /^The numbers differ, first in row 1, column 1: 0\.\d+\. Expected is 1\.$/,
  },
  {
    mistake: 'writes the mask into its input',
    source: `
function causalWeights(scores: number[][]): number[][] {
  for (let i = 0; i < scores.length; i++) for (let j = i + 1; j < scores.length; j++) scores[i][j] = -Infinity;
  return scores.map((row) => softmax(row));
}`,
    fails: 'three words',
    sentence: 'The numbers are right, but your function has changed those that were handed to it. Work on a copy.',
  },
];
