import { describe, expect, it } from 'vitest';
import { challenges, stateOf } from '../../components/figures/stepper/challenges.ts';
import {
  atStage,
  defaults,
  lastStage,
  readFrom,
  stageOf,
  writtenAs,
  type Stage,
  type State,
} from '../../components/figures/stepper/state.ts';
import {
  buttonLabel,
  faultSentence,
  plain,
  readoutOf,
  showCell,
  showNumber,
} from '../../components/figures/stepper/text.ts';
import { attentionSteps } from '../../lib/walkthrough/attentionSteps.ts';

const steps = attentionSteps(defaults);
const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array<number>(columns).fill(0));

describe('the example', () => {
  it('lets delicious attend most to apple, and mildly', () => {
    const [apple, is, delicious] = steps.weights.data.subarray(6, 9);
    expect(apple).toBeGreaterThan(Math.max(is!, delicious!));
    expect(apple).toBeLessThan(0.6);
  });

  it('has queries, keys and values that are exact in the two decimals shown', () => {
    for (const name of ['Q', 'K', 'V'] as const)
      for (const number of steps[name].data) expect(Math.abs(number - Number(number.toFixed(2)))).toBeLessThan(1e-6);
  });

  it('meets no challenge yet', () => {
    expect(challenges.map(({ check }) => check(steps).met)).toEqual([false, false, false]);
  });
});

describe('a challenge', () => {
  const solutions: Record<string, Partial<State>> = {
    attend: { WQ: defaults.WQ.with(2, [3, 0.1]) },
    uniform: { WK: zeros(4, 2) },
    'one-way': { WQ: defaults.WQ.with(2, [-0.5, 0.1]) },
  };

  it.each(challenges)('can be met: $id', ({ id, check }) => {
    const result = check(attentionSteps({ ...defaults, ...solutions[id] }));
    expect(result.met).toBe(true);
    expect(stateOf(result)).toMatch(/^Met: /);
  });

  it('cannot go one way while queries and keys are made alike', () => {
    expect(challenges[2]!.check(attentionSteps({ ...defaults, WK: defaults.WQ })).met).toBe(false);
  });
});

describe('the state', () => {
  it('is plain enough for JSON', () => {
    expect(JSON.parse(JSON.stringify(defaults))).toEqual(defaults);
  });

  it('comes back from how an address says it', () => {
    const typed: State = {
      ...defaults,
      X: defaults.X.with(1, [1, -2, 1e-7, 4]),
      chosen: { matrix: 'K', row: 1, column: 1 },
    };
    for (const state of [defaults, typed, { ...defaults, ...atStage(1) }])
      expect(readFrom(writtenAs(state))).toEqual(state);
    expect(writtenAs(typed)).toMatchObject({ stage: 6, chosen: 'K-2-2' });
    expect(writtenAs(defaults).chosen).toBeUndefined();
  });

  it('goes as far as the number it shows', () => {
    expect(readFrom({ ...writtenAs(defaults), stage: 1, chosen: 'weights-1-2' })).toMatchObject({
      stage: 5,
      chosen: { matrix: 'weights', row: 0, column: 1 },
    });
  });

  it('shows at each stage a number of that stage', () => {
    for (let stage = 2; stage <= lastStage; stage++)
      expect(stageOf(atStage(stage as Stage).chosen!.matrix)).toBe(stage);
  });
});

describe('the text', () => {
  it('shows the arithmetic of each kind of number', () => {
    const read = (matrix: 'Q' | 'scores' | 'scaled' | 'weights' | 'output'): string => {
      const { what, how } = readoutOf({ matrix, row: 2, column: 0 }, steps);
      return `${plain(what)}; ${how}`;
    };
    expect(read('Q')).toBe(
      'query of delicious, thing = 0.89; row of X · column of W_Q = 0 × 0.1 + 0.1 × 0.5 + 0.9 × 0.8 + 0.4 × 0.3 = 0.89',
    );
    expect(read('scores')).toBe(
      'score of query delicious with key apple = 1.271; row of Q · row of K = 0.89 × 1.31 + 0.3 × 0.35 = 1.271',
    );
    expect(read('scaled')).toBe(
      'scaled score of query delicious with key apple = 0.899; score ÷ √2 = 1.271 ÷ 1.414 = 0.899',
    );
    expect(read('weights')).toMatch(
      /^weight of query delicious on key apple = 0\.523; .*exp\(0\) = 1, exp\(−1\.038\) = 0\.354.*; 1 ÷ 1\.911 = 0\.523$/,
    );
    expect(read('output')).toBe(
      'output of delicious, food = 0.602; row of weights · column of V = 0.523 × 0.97 + 0.185 × 0.02 + 0.291 × 0.31 = 0.602',
    );
  });

  it('puts a negative factor in brackets', () => {
    expect(readoutOf({ matrix: 'scores', row: 0, column: 1 }, steps).how).toContain('0.41 × (−0.16) + 1.14 × (−0.18)');
  });

  it('labels a button with what it is, its number and what it does', () => {
    expect(buttonLabel({ matrix: 'scores', row: 2, column: 0 }, 1.2709)).toBe(
      'score of query delicious with key apple, 1.27: show the arithmetic',
    );
  });

  it('keeps any number within what a cell holds', () => {
    for (const number of [0, -0.004, 999.99, -999.99, 1000, -123456, 4e12, -3.2e25])
      expect(showCell('scores', number).length, String(number)).toBeLessThanOrEqual(7);
    expect(showCell('scores', -0.004)).toBe('0.00');
    expect(showCell('scores', -123456)).toBe('−1.2e5');
    expect(showCell('scores', -3.2e25)).toBe('−3e25');
  });

  it('writes a true minus, and no minus before a zero', () => {
    expect(showNumber(-0.0001)).toBe('−1.0e−4');
    expect(showNumber(-0)).toBe('0');
    expect(showNumber(-1.5)).toBe('−1.5');
  });

  it('says what is wrong with a cell, and what to do', () => {
    const cell = { matrix: 'WQ', row: 1, column: 0 } as const;
    expect(faultSentence(cell, 'empty')).toBe(
      'W_Q row 2, column 1 is empty: type a number such as 0.5. The figure still shows the last good values.',
    );
    expect(faultSentence(cell, 'too large')).toContain('between −1,000,000 and 1,000,000');
  });
});
