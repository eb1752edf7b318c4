import { describe, expect, it, test } from 'vitest';
import recorded from '../../components/figures/watch-it-learn/recorded.json' with { type: 'json' };
import { budget, carriedOn, longest, type Run, type Setting } from '../../components/figures/watch-it-learn/run.ts';
import { compute, find, fit } from '../../components/figures/watch-it-learn/compute.ts';
import figure from '../../components/figures/watch-it-learn/figure.ts';
import { train } from '../../components/figures/watch-it-learn/train.ts';
import { originOf } from '../../components/figure/definition.ts';
import { take } from '../../components/figure/share/take.ts';
import { plainText } from '../../components/figure/phrase.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';

const runs = recorded as readonly Run[];
const usual = defaultsOf(figure.state);
const shownFor = (state: Partial<typeof usual>) => {
  const whole = { ...usual, ...state };
  return compute(whole, find(whole)!);
};

describe('the recorded runs', () => {
  it.each(runs.map((run) => [`${run.task}, ${run.layers} layers`, run] as const))(
    'are what the worker makes of the same settings, step by step: %s',
    (_, run) => {
      // Each step builds on all before it; one run is made again whole, with its map.
      const steps = run === runs[0] ? budget : 40;
      const made = carriedOn(run, undefined, train({ ...run, from: 0, steps }));
      expect(made.points).toEqual(run.points.filter(({ step }) => step <= steps));
      if (steps === budget) expect(made).toEqual(run);
    },
  );

  it('are the four that a reader finds first', () => {
    expect(runs.map(({ task, layers, seed, step }) => [task, layers, seed, step])).toEqual([
      ['reverse', 1, 1, budget],
      ['reverse', 2, 1, budget],
      ['recall', 1, 1, budget],
      ['recall', 2, 1, budget],
    ]);
  });

  it('show what the text says of them: one layer reverses; two look up values, with a jump, and one does not', () => {
    const [reverse, , one, two] = runs.map(({ points }) => points) as [
      Run['points'],
      unknown,
      Run['points'],
      Run['points'],
    ];
    expect(reverse.at(-1)!.accuracy).toBeGreaterThan(0.99);
    expect(two.at(-1)!.accuracy).toBeGreaterThan(0.99);
    expect(Math.max(...one.map(({ accuracy }) => accuracy))).toBeLessThan(0.25);
    const [before, after] = [0.25, 0.9].map((share) => two.find(({ accuracy }) => accuracy > share)!.step);
    expect(after! - before!).toBeLessThan(budget / 4);
  });
});

test('what is taken along says where its numbers come from, also before the first step', () => {
  const shown = shownFor({});
  const begun = { ...shown, run: { ...shown.run, step: 0 } };
  expect([shown, begun].map((each) => originOf(figure, each).badge)).toEqual(['trained', 'seeded random']);
  expect(take(figure.id, figure, { state: usual, shown: begun })).toMatchObject({
    badge: 'seeded random',
    source: 'before the first step, seed 1',
  });
});

describe('two layers that look up values', () => {
  const { tokens, maps } = runs[3]!;
  const looksAt = (map: readonly number[], query: number): number => {
    const row = map.slice(query * tokens.length, (query + 1) * tokens.length);
    return row.indexOf(Math.max(...row));
  };
  const [first, second] = maps as [readonly number[], readonly number[]];

  it('attend as the text says: in the first each digit to the letter before it', () => {
    for (let digit = 1; digit < 12; digit += 2) expect(looksAt(first, digit)).toBe(digit - 1);
  });

  it('and in the second each letter that asks to the digit behind the same letter', () => {
    for (let asked = 12; asked < 18; asked++) expect(looksAt(second, asked)).toBe(tokens.indexOf(tokens[asked]!) + 1);
  });
});

describe('a run', () => {
  const setting: Setting = { task: 'reverse', layers: 1, seed: 4 };

  it('comes to the same numbers at once, in parts, and after another one has come between', () => {
    const whole = train({ ...setting, from: 0, steps: 6 });
    const parts = [0, 2].map((from) => train({ ...setting, from, steps: from === 0 ? 2 : 1 }));
    train({ ...setting, seed: 5, from: 0, steps: 1 });
    const last = train({ ...setting, from: 3, steps: 3 });
    expect([...parts, last].flatMap(({ points }) => points)).toEqual(whole.points);
    expect(last).toEqual({ ...whole, points: last.points });
  });

  it('keeps every fifth step and the one where it stands', () => {
    const stepsOf = ({ points }: Run): number[] => points.map(({ step }) => step);
    const first = carriedOn(setting, undefined, train({ ...setting, from: 0, steps: 7 }));
    expect(stepsOf(first)).toEqual([1, 5, 7]);
    expect(stepsOf(carriedOn(setting, first, train({ ...setting, from: 7, steps: 4 })))).toEqual([1, 5, 10, 11]);
  });

  it('is looked at before its first step too, when it is no better than a guess', () => {
    const { step, points, says, targets, maps } = train({ ...setting, from: 0, steps: 0 });
    expect({ step, points, layers: maps.length }).toEqual({ step: 0, points: [], layers: 1 });
    expect(says.filter((token, place) => token === targets[place]).length).toBeLessThan(6);
  });

  it('has rows of weights that sum to 1, and none on a later key where it looks up values', () => {
    for (const { maps, tokens, task } of runs)
      for (const map of maps)
        for (let query = 0; query < tokens.length; query++) {
          const row = map.slice(query * tokens.length, (query + 1) * tokens.length);
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
          if (task === 'recall') expect(row.slice(query + 1).every((weight) => weight === 0)).toBe(true);
        }
  });
});

describe('what is shown', () => {
  it('is at first a query of the first place, and the key that it attends to most', () => {
    const shown = shownFor({});
    expect([shown.query, shown.key]).toEqual([0, 11]);
    expect(plainText(figure.readout(shown))).toMatch(/^After 300 steps, 100 % are right\. .* at place 12: [01]\.\d\d$/);
    expect(shownFor({ task: 'recall', layers: '2' }).query).toBe(12);
  });

  it('is read aloud at rest only', () => {
    const [slow, later] = [runs[0]!, { ...runs[0]!, step: longest }].map((run) =>
      plainText(figure.readout(compute(usual, { run, before: undefined, isRunning: true }))),
    );
    expect(slow).toBe(later);
  });

  it('keeps the cell inside the map of the task', () => {
    expect(fit({ ...usual, query: 17, key: 17 }, find(usual)!)).toMatchObject({ query: 11, key: 11 });
  });

  it('names both runs where one stands behind the other', () => {
    const state = { ...usual, task: 'recall', layers: '2' } as const;
    const shown = compute(state, { run: runs[3]!, before: runs[2], isRunning: false });
    expect(figure.tables(shown)[0]!.columns).toEqual([
      'loss, two layers, seed 1',
      'right, two layers, seed 1',
      'loss, one layer, seed 1',
      'right, one layer, seed 1',
    ]);
  });
});
