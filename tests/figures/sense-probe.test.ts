import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { cards, foundBy, groups, lines } from '../../components/figures/sense-probe/compute.ts';
import figure from '../../components/figures/sense-probe/figure.ts';
import { trainedCards } from '../../src/models.ts';

describe('where the sense can be read', () => {
  test('has every card, and as many layers as they have', () => {
    expect(cards).toEqual(trainedCards().senses);
    for (const { probes, layers } of cards) {
      expect(probes).toHaveLength(layers + 1);
      expect(lines.slice(0, -2)).toHaveLength(layers + 1);
    }
  });

  test('has a mean between the lowest and the highest of each group', () => {
    for (const line of lines) {
      const { means, lowest, highest } = foundBy(line);
      for (const group of groups.keys()) {
        expect(means[group]).toBeGreaterThanOrEqual(lowest[group]! - 1e-12);
        expect(means[group]).toBeLessThanOrEqual(highest[group]! + 1e-12);
      }
    }
  });

  test('parts as the caption says: nothing going in, with shuffled labels or before training, nearly all in the end', () => {
    expect(foundBy('input').means).toEqual(groups.map(() => 0.5));
    for (const share of foundBy('layer 2').lowest) expect(share).toBeGreaterThan(0.9);
    for (const line of ['shuffled', 'untrained'] as const)
      for (const share of foundBy(line).means) expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
  });

  test('is read out in words', () => {
    const state = defaultsOf(figure.state);
    expect(String(figure.readout(figure.compute(state, undefined)))).toMatch(
      /^With 10–12 words between, a probe finds the sense in \d+ % \(\d+ % to \d+ %\) of the sentences after layer 2, .* 50 % \(50 % to 50 %\) going in\./,
    );
  });
});
