import { describe, expect, it } from 'vitest';
import type { Exact } from '../../components/figure/number-table.ts';
import { plainText } from '../../components/figure/phrase.ts';
import { readState, writeState } from '../../components/figure/state/state.ts';
import { readNumber } from '../../lib/walkthrough/readNumber.ts';
import { challenges } from '../../components/figures/stepper/challenges.ts';
import { inField } from '../../components/figures/stepper/in-field.ts';
import { looks } from '../../components/figures/stepper/looks.ts';
import { faultSentence } from '../../components/figures/stepper/fault-sentence.ts';
import { showCell, showTerm } from '../../components/figures/stepper/wording.ts';
import figure, { defaults, stages } from '../../components/figures/stepper/figure.ts';

type State = typeof defaults;

const shownAt = (state: Partial<State>) => figure.compute(figure.fit!({ ...defaults, ...state }, undefined), undefined);
const { steps, views } = shownAt({});

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
    expect(shownAt({}).checks.map(({ met }) => met)).toEqual([false, false, false]);
  });
});

describe('a challenge', () => {
  const solutions: Record<string, Partial<State>> = {
    attend: { WQ: defaults.WQ.with(4, 3) },
    uniform: { WK: defaults.WK.map(() => 0) },
    'one-way': { WQ: defaults.WQ.with(4, -0.5) },
  };

  it.each([...challenges])('can be met: $id', ({ id }) => {
    const result = shownAt(solutions[id]!).checks.find((check) => check.id === id)!;
    expect(result.met).toBe(true);
    expect(result.now).toMatch(/^Met: /);
  });

  it('cannot go one way while queries and keys are made alike', () => {
    expect(shownAt({ WK: defaults.WQ }).checks[2]!.met).toBe(false);
  });
});

describe('the state', () => {
  it('is plain enough for JSON', () => {
    expect(JSON.parse(JSON.stringify(defaults))).toEqual(defaults);
  });

  it('comes back from how an address says it', () => {
    const typed: State = { ...defaults, X: defaults.X.toSpliced(4, 4, 1, -2, 1e-7, 4), chosen: 'K-2-2' };
    for (const state of [defaults, typed, { ...defaults, stage: 6 }]) {
      const said = writeState('stepper', figure.state, defaults, state);
      expect(readState('stepper', figure.state, defaults, said)).toEqual({ state, faults: [] });
    }
    expect(figure.fit!(typed, undefined)).toMatchObject({ stage: undefined, chosen: 'K-2-2' });
    expect(figure.fit!({ ...typed, stage: 6 }, undefined)).toMatchObject({ stage: 6, chosen: 'K-2-2' });
    expect(shownAt(typed).chosen).toEqual({ matrix: 'K', row: 1, column: 1 });
    expect(figure.fit!({ ...defaults, chosen: 'output-3-1' }, undefined)).toMatchObject({
      stage: 6,
      chosen: undefined,
    });
  });

  it('begins at step 1, where nothing is computed yet', () => {
    expect(shownAt({})).toMatchObject({ stage: 1, chosen: undefined });
  });

  it('goes as far as the number it shows', () => {
    expect(shownAt({ stage: 1, chosen: 'weights-1-2' })).toMatchObject({
      stage: 5,
      chosen: { matrix: 'weights', row: 0, column: 1 },
    });
  });

  it('shows at each stage a number of that stage', () => {
    for (let stage = 2; stage <= stages.length; stage++)
      expect(looks[shownAt({ stage }).chosen!.matrix].stage).toBe(stage);
    expect(shownAt({ stage: 1 }).chosen).toBeUndefined();
  });
});

describe('the text', () => {
  it('shows the arithmetic of each kind of number', () => {
    const read = (matrix: 'Q' | 'scores' | 'scaled' | 'weights' | 'output'): string => {
      const { what, how } = shownAt({ chosen: `${matrix}-3-1` });
      return `${plainText(what)}; ${how}`;
    };
    expect(read('Q')).toBe(
      'query of delicious, thing = 0.89; the word’s numbers times a column of the query table, added up: 0 × 0.1 + 0.1 × 0.5 + 0.9 × 0.8 + 0.4 × 0.3 = 0.89',
    );
    expect(read('scores')).toBe(
      'score of query delicious with key apple ≈ 1.271; query times key, place by place, added up: 0.89 × 1.31 + 0.3 × 0.35 ≈ 1.271',
    );
    expect(read('scaled')).toBe(
      'scaled score of query delicious with key apple ≈ 0.899; the score divided by √2: 1.271 ÷ 1.414 ≈ 0.899',
    );
    expect(read('weights')).toMatch(
      /^weight of query delicious on key apple ≈ 0\.523; .*exp\(0\) = 1, exp\(−1\.038\) ≈ 0\.354.*; 1 ÷ 1\.911 ≈ 0\.523$/,
    );
    expect(read('output')).toBe(
      'output of delicious, food ≈ 0.602; each word’s value times its weight, added up: 0.523 × 0.97 + 0.185 × 0.02 + 0.291 × 0.31 ≈ 0.602',
    );
  });

  it('puts an equals sign only where what is shown is so to the last digit', () => {
    const number = (text: string): number => Number(text.replace(/[()]/g, '').replaceAll('−', '-'));
    const valueOf = (side: string): number =>
      side.split(' + ').reduce((sum, term) => {
        const [left, right] = term.split(/ [×÷] /).map(number) as [number, number | undefined];
        return sum + (right === undefined ? left : term.includes('÷') ? left / right : left * right);
      }, 0);
    let exact = 0;
    const typed = { X: defaults.X.map((each) => each / 3), WQ: defaults.WQ.map((each) => each * 1.01) };
    for (const change of [{}, typed])
      for (const matrix of ['Q', 'K', 'V', 'scores', 'scaled', 'output'] as const)
        for (const [row, label] of looks[matrix].rows.entries())
          for (const column of looks[matrix].columns.keys()) {
            const { how } = shownAt({ ...change, chosen: `${matrix}-${row + 1}-${column + 1}` });
            const sum = how.slice(how.indexOf(': ') + 2);
            if (!sum.includes(' = ')) continue;
            const [left, right] = sum.split(' = ') as [string, string];
            expect(Math.abs(valueOf(left) - number(right)), `${matrix} ${label}: ${sum}`).toBeLessThan(1e-9);
            exact++;
          }
    expect(exact).toBeGreaterThanOrEqual(18);
  });

  it('lists every matrix at full precision, what was typed as it was typed', () => {
    const tables = figure.tables(shownAt({ X: defaults.X.with(0, -0.123456789012) }));
    expect(tables).toHaveLength(11);
    expect(tables[0]!.cell(0, 0)).toEqual({ value: -0.123456789012, text: '−0.123456789012' });
    const usual = figure.tables(shownAt({}));
    expect(usual[4]!.cell(2, 0)).toEqual({ value: 0.89, text: '0.89' });
    const { value } = usual.at(-1)!.cell(2, 0) as Exact;
    expect(Math.fround(value)).toBe(steps.output.data[4]);
  });

  it('writes a number into its field with a true minus, and briefly', () => {
    expect(inField(-0.3)).toBe('−0.3');
    expect(inField(-1e6)).toBe('−1e6');
    expect(inField(1e-7)).toBe('1e−7');
    expect(inField(0.123456)).toBe('0.123456');
  });

  it('puts a negative factor in brackets', () => {
    expect(shownAt({ chosen: 'scores-1-2' }).how).toContain('0.41 × (−0.16) + 1.14 × (−0.18)');
  });

  it('labels a button with what it is, its number and what it does', () => {
    expect(views.scores[2]![0]!.label).toBe('score of query delicious with key apple, 1.27: show the arithmetic');
  });

  it('keeps any number within what a cell holds', () => {
    for (const number of [0, -0.004, 999.99, -999.99, 1000, -123456, 4e12, -3.2e25])
      expect(showCell('scores', number).length, String(number)).toBeLessThanOrEqual(7);
    expect(showCell('scores', -0.004)).toBe('0.00');
    expect(showCell('scores', -123456)).toBe('−1.2e5');
    expect(showCell('scores', -3.2e25)).toBe('−3e25');
  });

  it('writes a true minus, and no minus before a zero', () => {
    expect(showTerm(-0.0001)).toBe('−1.0e−4');
    expect(showTerm(-0)).toBe('0');
    expect(showTerm(-1.5)).toBe('−1.5');
  });

  it('says what is wrong with a cell, and what to do', () => {
    const cell = { matrix: 'WQ', row: 1, column: 0 } as const;
    const said = (text: string): string => {
      const fault = readNumber(text);
      if (typeof fault === 'number') throw new Error(`${text} was read as ${fault}.`);
      return faultSentence(cell, text, fault);
    };
    expect(said('')).toBe(
      'Query table W_Q, row link, column thing, is empty: type a number such as 0.5 or −2. The figure still shows the last good values.',
    );
    expect(said('1/2')).toContain('holds “1/2”, and “/” cannot be read there: type a number such as 0.5');
    expect(said('1 2')).toContain('holds “1 2”, and a space cannot be read there');
    expect(said('1,000')).toContain('“1,000”, which can be read in two ways');
    expect(said('1e')).toContain('“1e”, which is no number');
    expect(said('2000000')).toContain('between −1,000,000 and 1,000,000');
    expect(said('x'.repeat(500)).length).toBeLessThan(200);
  });
});
