import type { Wrong } from './wrong.ts';

const updating = (lines: string): string => `
function update(before, scores: number[], values: number[][]) {
${lines}
  scores.forEach((score, j) => {
    const power = Math.exp(score - max);
    sum += power;
    values[j].forEach((x, f) => (mixed[f] += power * x));
  });
  return { max, sum, mixed };
}`;

export const wrong: readonly Wrong[] = [
  {
    mistake: 'rescales nothing',
    source: updating(`
  const max = Math.max(before.max, ...scores);
  let sum = before.sum;
  const mixed = [...before.mixed];`),
    fails: 'two tiles, the larger scores in the second',
    sentence: /^The numbers differ, first at place 1: /,
  },
  {
    mistake: 'rescales the sum and not the values',
    source: updating(`
  const max = Math.max(before.max, ...scores);
  let sum = Math.exp(before.max - max) * before.sum;
  const mixed = [...before.mixed];`),
    fails: 'two tiles, the larger scores in the second',
    sentence: /^The numbers differ, first at place 1: /,
  },
  {
    mistake: 'rescales the wrong way round',
    source: updating(`
  const max = Math.max(before.max, ...scores);
  const rescale = before.sum === 0 ? 1 : Math.exp(max - before.max);
  let sum = rescale * before.sum;
  const mixed = before.mixed.map((part) => rescale * part);`),
    fails: 'two tiles, the larger scores in the second',
    sentence: /^The numbers differ, first at place 1: /,
  },
  {
    mistake: 'takes the maximum of the last tile alone, and rescales nothing',
    source: updating(`
  const max = Math.max(...scores);
  const rescale = Math.min(1, Math.exp(before.max - max));
  let sum = rescale * before.sum;
  const mixed = before.mixed.map((part) => rescale * part);`),
    fails: 'two tiles, the larger scores in the first',
    sentence: /^The numbers differ, first at place 1: /,
  },
  {
    mistake: 'subtracts no maximum',
    source: updating(`
  const max = 0;
  let sum = before.sum;
  const mixed = [...before.mixed];`),
    fails: 'scores near 1,000',
    sentence: /^There is a NaN, “not a number”, first at place 1\./,
  },
  {
    mistake: 'starts from a maximum of 0',
    source: updating(`
  const old = Math.max(0, before.max);
  const max = Math.max(old, ...scores);
  const rescale = Math.exp(old - max);
  let sum = rescale * before.sum;
  const mixed = before.mixed.map((part) => rescale * part);`),
    fails: 'scores near −1,000',
    sentence: /^There is a NaN, “not a number”, first at place 1\./,
  },
  {
    mistake: 'forgets that a tile may be masked',
    source: updating(`
  const max = Math.max(before.max, ...scores);
  const rescale = Math.exp(before.max - max);
  let sum = rescale * before.sum;
  const mixed = before.mixed.map((part) => rescale * part);`),
    fails: 'a first tile in which every key is masked',
    sentence: /^There is a NaN, “not a number”, first at place 1\./,
  },
  {
    mistake: 'divides after every tile',
    source: `
function update(before, scores, values) {
  const max = Math.max(before.max, ...scores);
  const rescale = Math.exp(before.max - max);
  const powers = scores.map((score) => Math.exp(score - max));
  const sum = powers.reduce((total, power) => total + power, rescale * before.sum);
  const mixed = before.mixed.map((part, f) => rescale * part + powers.reduce((total, power, j) => total + power * values[j][f], 0));
  return { max, sum, mixed: mixed.map((part) => part / sum) };
}`,
    fails: 'one tile of two keys',
    sentence: /^The numbers differ, first at place 1: /,
  },
];
