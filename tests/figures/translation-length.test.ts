import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { budgets, groups, kinds, rightOf, seeds } from '../../components/figures/translation-length/compute.ts';
import figure from '../../components/figures/translation-length/figure.ts';
import { trainedCards } from '../../src/models.ts';

describe('accuracy by length', () => {
  test('has every card: each kind and budget from the same seeds', () => {
    expect(trainedCards().translators.length).toBe(kinds.length * budgets.length * seeds);
  });

  test('has a mean between the lowest and the highest of each group', () => {
    for (const kind of kinds)
      for (const steps of budgets) {
        const { means, lowest, highest } = rightOf(kind, steps);
        for (const group of groups.keys()) {
          expect(means[group]).toBeGreaterThanOrEqual(lowest[group]!);
          expect(means[group]).toBeLessThanOrEqual(highest[group]!);
        }
      }
  });

  test('parts as the caption says: with little training neither has long sentences, with more only the one that looks back', () => {
    const last = groups.length - 1;
    const [least, most] = [budgets[0]!, budgets.at(-1)!];
    for (const kind of kinds) expect(rightOf(kind, least).highest[last]).toBeLessThan(0.1);
    expect(rightOf('attention', most).lowest[last]).toBeGreaterThan(0.5);
    expect(rightOf('fixed', most).highest.slice(2)).toEqual(groups.slice(2).map(() => 0));
    expect(rightOf('fixed', most).lowest[0]).toBeGreaterThan(0.5);
  });

  test('is read out in words', () => {
    const state = defaultsOf(figure.state);
    expect(String(figure.readout(figure.compute(state, undefined)))).toMatch(
      /^Of sentences of 9–11 words, after 1,600 steps: looking back \d+ % \(\d+ % to \d+ %\) are right, through one vector 0 %/,
    );
  });
});
