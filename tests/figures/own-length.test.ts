import { describe, expect, it } from 'vitest';
import {
  costsOf,
  countWords,
  lengths,
  longest,
  memoryOf,
  workOf,
} from '../../components/figures/own-length/compute.ts';
import figure from '../../components/figures/own-length/figure.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { cacheBytes, mistral7B } from '../../lib/complexity/index.ts';

const state = defaultsOf(figure.state);
const shown = figure.compute(state, undefined);

describe('what a text costs', () => {
  it('follows from words and pieces, or from what was counted in a text of the reader’s', () => {
    expect(shown.n).toBe(6000);
    expect(figure.compute({ ...state, pieces: '2' }, undefined).n).toBe(10_000);
    expect(figure.compute({ ...state, counted: 700 }, undefined)).toEqual(costsOf(700, 1.2, true));
  });

  it('says the shared cache in a window as the model has it, and that its last rows are the cheaper ones', () => {
    const bytes = shown.memory.map(({ value }) => value);
    expect(bytes.at(-1)).toBe(cacheBytes(mistral7B, 6000));
    expect(bytes.slice(2)).toEqual(bytes.slice(2).toSorted((a, b) => b - a));
    expect(bytes[2]).toBe(4 * bytes[3]!);
    expect(shown.work.map(({ value }) => value)).toEqual(
      shown.work.map(({ value }) => value).toSorted((a, b) => b - a),
    );
  });

  it.each([
    [1, 1],
    [lengths.at(-1)!, 3],
    [longest, 3],
  ])('has room on its axes for %i words of %i pieces', (words, pieces) => {
    for (const { rows, domain } of [workOf, memoryOf].map((of) => of(costsOf(words, pieces, false))))
      for (const { value } of rows) {
        expect(value).toBeGreaterThan(domain[0]);
        expect(value).toBeLessThan(domain[1]);
      }
  });

  it('is told in words', () => {
    expect(figure.readout(shown)).toMatch(
      /^A text of 5,000 words is about 6,000 pieces\. In each of 32 layers, 32 heads compare 18\.0 million pairs of them: .* take 2\.30 GB\. .* 3\.15 GB .* 786 MB .* 537 MB if only the window is kept\.$/,
    );
  });
});

describe('countWords(text)', () => {
  it.each([
    ['', 0],
    ['  … — !', 0],
    ['It’s a cat, isn’t it?', 5],
    ['one\ntwo\tthree', 3],
    ['我喜欢猫。', 3],
  ])('%j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
