import type { Wrong } from './wrong.ts';

export const wrong: readonly Wrong[] = [
  {
    mistake: 'subtracts no maximum',
    source: `
function softmax(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}`,
    fails: 'scores near 10,000',
    sentence: 'There is a NaN, “not a number”, first at place 1. Expected is 0.6652.',
  },
  {
    mistake: 'subtracts the largest absolute value',
    source: `
function softmax(scores: number[]): number[] {
  const max = Math.max(...scores.map(Math.abs));
  const powers = scores.map((score) => Math.exp(score - max));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}`,
    fails: 'scores near −10,000',
    sentence: 'There is a NaN, “not a number”, first at place 1. Expected is 0.2689.',
  },
  {
    mistake: 'subtracts the mean',
    source: `
function softmax(scores: number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const powers = scores.map((score) => Math.exp(score - mean));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}`,
    fails: 'one score of 10,000 beside zeros',
    sentence: 'There is a NaN, “not a number”, first at place 1. Expected is 1.',
  },
  {
    mistake: 'divides before it takes the power',
    source: `
function softmax(scores: number[]): number[] {
  const total = scores.reduce((sum, score) => sum + score, 0);
  return scores.map((score) => Math.exp(score / total));
}`,
    fails: 'three small scores',
    sentence: 'The numbers differ, first at place 1: 1.948. Expected is 0.6652.',
  },
  {
    mistake: 'changes its input',
    source: `
function softmax(scores: number[]): number[] {
  const max = Math.max(...scores);
  for (let j = 0; j < scores.length; j++) scores[j] -= max;
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}`,
    fails: 'three small scores',
    sentence: 'The numbers are right, but your function has changed those that were handed to it. Work on a copy.',
  },
  {
    mistake: 'cuts large scores off',
    source: `
function softmax(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(Math.min(score, 700)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}`,
    fails: 'scores near 10,000',
    sentence: 'The numbers differ, first at place 1: 0.3333. Expected is 0.6652.',
  },
];
