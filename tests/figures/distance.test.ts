import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import { reachedBy } from '../../components/figures/distance/compute.ts';
import figure, { chartOf } from '../../components/figures/distance/figure.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';

const byDefault = defaultsOf(figure.state);
const shownOf = (choice: typeof byDefault) => figure.compute(choice, reachedBy(choice));
const textOf = (choice: typeof byDefault): string => plainText(figure.readout(shownOf(choice)));

describe('gradients by distance', () => {
  it('begin at 1, and by default fade in tanh far below the others', () => {
    const { tanh, gated, attention } = reachedBy(byDefault);
    for (const { norms, influences } of [tanh, gated, attention]) {
      expect(norms[0]).toBe(1);
      expect(norms).toHaveLength(48);
      expect(influences).toHaveLength(48);
    }
    expect(tanh.norms[47]).toBeLessThan(gated.norms[47]! / 20);
    expect(tanh.norms[47]).toBeLessThan(attention.norms[47]! / 20);
  });

  it('change with what they depend on, and with that alone', () => {
    const before = reachedBy(byDefault);
    const louder = reachedBy({ ...byDefault, gain: 1.5 });
    expect(louder.tanh).not.toEqual(before.tanh);
    expect(louder.gated).not.toEqual(before.gated);
    expect(louder.attention).toBe(before.attention);
    const kept = reachedBy({ ...byDefault, gain: 1.5, bias: 5 });
    expect(kept.tanh).toBe(louder.tanh);
    expect(kept.gated).not.toEqual(louder.gated);
    const other = reachedBy({ ...byDefault, seed: 8 });
    for (const layer of ['tanh', 'gated', 'attention'] as const) expect(other[layer]).not.toEqual(kept[layer]);
    expect(reachedBy(byDefault)).toEqual(before);
  });

  it('are drawn with the bound that the gain gives', () => {
    const { lines } = chartOf(shownOf(byDefault));
    expect(lines.map(({ look }) => look)).toEqual(['band', 'dashed', 'solid', 'beads']);
    expect(lines[0]!.values[2]).toBeCloseTo(0.81, 12);
  });

  it('are read out with the length of their path', () => {
    expect(textOf(byDefault)).toMatch(
      /^From 32 steps away, the gradient is 0\.00\d+ .* path of 32 steps; .* over 1 step\. Moving that input by 1% moves/,
    );
    expect(textOf({ ...byDefault, gain: 0.5, at: 47 })).toContain(
      'moves the last output by less than float32 can tell,',
    );
  });

  it('stand in a table by distance', () => {
    const { rows, columns, cell } = figure.tables(shownOf(byDefault))[0]!;
    expect([rows.length, columns.length]).toEqual([48, 8]);
    expect([cell(47, 0), cell(47, 1), cell(0, 1), cell(0, 2)].map(written)).toEqual(['47', '1', '0', '1.0']);
  });
});
