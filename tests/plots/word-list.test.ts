import { expect, it } from 'vitest';
import { wordList, type WordList } from '../../components/plots/word-list.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: WordList = {
  numbers: [0.02, -0.02, 0.09, 0.06, -0.001, -0.02, 0, -0.1, 0.04],
  max: 0.1,
  decimals: 2,
  near: [
    { word: 'bus', cosine: 0.5 },
    { word: 'nothing', cosine: -0.1 },
  ],
  heading: 'most alike among 5,513 words',
};

it('draws a list in rows of eight, and the words near it by bars of which a whole one is 1', async () => {
  const svg = wordList(data, surface(276));
  const across = (row: number): number =>
    Number(svg.querySelector(`[data-near="${row}"]`)!.getAttribute('width')) / (276 - 84 - 38);
  expect([across(0), across(1)]).toEqual([0.5, 0]);
  const tops = new Set([...svg.querySelectorAll('[data-number]')].map((cell) => cell.getAttribute('y')));
  expect(tops.size).toBe(2);
  expect(svg.textContent).toContain('−0.100.04');
  expect(svg.textContent).not.toContain('−0.00');
  await expectDrawing(svg, 'word-list');
});
