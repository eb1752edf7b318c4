import { describe, expect, it } from 'vitest';
import {
  comparisons,
  mergeRuns,
  middle,
  percentile,
  ratio,
  sameAct,
  siteGoalLines,
  siteGoalResults,
  slowestActs,
  writeBench,
  type ActResult,
  type PageResult,
  type SiteBench,
} from './site-goals.ts';
import { cumulativeShift, type Load } from './site-load.ts';

const act = (ms: number, more: Partial<ActResult> = {}): ActResult => ({
  figure: 'masks',
  act: 'press',
  throttle: 1,
  ms,
  answer: undefined,
  ...more,
});

const load = (more: Partial<Load> = {}): Load => ({
  lcp: 1_000,
  blocked: 0,
  shiftLoading: 0,
  shiftScrolling: 0,
  shiftTouching: 0,
  elements: 500,
  laidOut: 300,
  layoutObjects: 600,
  ...more,
});

const bench = (...pages: PageResult[]): SiteBench => ({
  processor: 'a processor',
  runtime: 'a browser',
  runs: 1,
  pages,
});

const page = (name: string, acts: readonly ActResult[], loaded = load()): PageResult => ({
  page: name,
  load: loaded,
  acts,
});

const reached = (name: string, measured: SiteBench) =>
  siteGoalResults(measured).find(({ goal }) => goal.name === name)!.reached;

describe('percentile(values, percent)', () => {
  it('is the smallest value that so many are not above', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 98)).toBe(98);
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile(hundred, 100)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
    // Of 49 and fewer, one slow act alone is more than two percent.
    expect(percentile([...Array<number>(48).fill(1), 900], 98)).toBe(900);
    expect(percentile([...Array<number>(49).fill(1), 900], 98)).toBe(1);
  });

  it('is no number where there is none', () => {
    expect(percentile([], 98)).toBeNaN();
  });
});

describe('middle(values)', () => {
  it('is the middle one, or between the two in the middle', () => {
    expect(middle([9, 1, 2])).toBe(2);
    expect(middle([9, 1])).toBe(5);
  });
});

describe('cumulativeShift(shifts)', () => {
  const shift = (value: number, at: number) => ({ value, at, asked: false });

  it('sums what follows within a second, and takes the largest burst', () => {
    expect(cumulativeShift([shift(0.1, 0), shift(0.2, 999), shift(0.25, 3_000)])).toBeCloseTo(0.3, 9);
    expect(cumulativeShift([shift(0.1, 0), shift(0.2, 1_000), shift(0.25, 3_000)])).toBeCloseTo(0.25, 9);
  });

  it('ends a burst after five seconds', () => {
    const each = Array.from({ length: 12 }, (_, index) => shift(0.1, index * 900));
    expect(cumulativeShift(each)).toBeCloseTo(0.6, 9);
  });

  it('is nothing where nothing moved', () => {
    expect(cumulativeShift([])).toBe(0);
  });
});

describe('mergeRuns(page, runs)', () => {
  it('takes the middle of each act and each figure of the load', () => {
    const run = (ms: number, lcp: number) => ({
      load: load({ lcp }),
      acts: [act(ms), act(ms, { throttle: 4, answer: ms })],
    });
    const merged = mergeRuns('/', [run(10, 900), run(500, 100), run(20, 200)]);
    expect(merged.load).toEqual(load({ lcp: 200 }));
    expect(merged.acts).toEqual([act(20), act(20, { throttle: 4, answer: 20 })]);
  });

  it('keeps an act that not every run has', () => {
    const merged = mergeRuns('/', [
      { load: undefined, acts: [act(10)] },
      { load: undefined, acts: [act(30), act(7, { act: 'stop' })] },
    ]);
    expect(merged).toEqual({ page: '/', load: undefined, acts: [act(20), act(7, { act: 'stop' })] });
  });
});

describe('the goals of the site', () => {
  it('are of all acts at a rate together, and reached at the figure itself', () => {
    const fast = page(
      '/',
      Array.from({ length: 49 }, () => act(100)),
    );
    expect(reached('98 % of all acts at 1 ×', bench(fast, page('/a/', [act(900)])))).toBe(true);
    expect(reached('98 % of all acts at 1 ×', bench(fast, page('/a/', [act(100.1), act(900)])))).toBe(false);
  });

  it('keep the phone’s acts apart', () => {
    const measured = bench(page('/', [act(100), act(200, { throttle: 4 })]));
    expect(reached('98 % of all acts at 1 ×', measured)).toBe(true);
    expect(reached('98 % of all acts at 4 ×', measured)).toBe(true);
  });

  it('count the page where they are missed by most', () => {
    const measured = bench(
      page('/', [], load({ lcp: 1_600, shiftTouching: 0.021 })),
      page('/a/', [], load({ lcp: 1_900, layoutObjects: 6_001 })),
    );
    expect(siteGoalLines(siteGoalResults(measured))).toEqual([
      'not measured  ≤ 100 ms 98 % of all acts at 1 ×',
      'not measured  ≤ 200 ms 98 % of all acts at 4 ×',
      'missed        ≤ 0.02 shift of layout: 0.021 (/)',
      'missed        ≤ 1500 ms largest paint of the opening page: 1600 ms (/)',
      'reached       ≤ 2000 ms largest paint of a chapter: 1900 ms (/a/)',
      'missed        ≤ 6000 nodes laid out at load: 6001 (/a/)',
    ]);
  });

  it('are not reached by what was not measured', () => {
    for (const measured of [
      bench({ ...page('/', []), load: undefined }),
      bench(page('/', [], load({ lcp: NaN }))),
      bench(),
    ])
      expect(reached('largest paint of the opening page', measured)).toBe(false);
    expect(siteGoalResults(bench()).some(({ reached }) => reached)).toBe(false);
  });
});

describe('slowestActs(bench, throttle, count)', () => {
  it('are of all pages, the slowest first, each with its page', () => {
    const measured = bench(page('/', [act(1), act(3)]), page('/a/', [act(2), act(9, { throttle: 4 })]));
    expect(slowestActs(measured, 1, 2)).toEqual([
      { page: '/', ...act(3) },
      { page: '/a/', ...act(2) },
    ]);
  });
});

describe('what was before', () => {
  it('is so many times as much, where there is something to divide', () => {
    expect(ratio(300, 100)).toBe(3);
    expect(ratio(undefined, 100)).toBeUndefined();
    expect(ratio(300, 0)).toBeUndefined();
    expect(ratio(0, 100)).toBeUndefined();
    expect(ratio(NaN, 100)).toBeUndefined();
  });

  it('is compared on the pages and at the rates that both have', () => {
    const before = bench(
      page('/', [act(300), act(800, { throttle: 4 })], load({ lcp: 2_000 })),
      page('/gone/', [act(9_000)]),
    );
    const now = bench(page('/', [act(100)], load({ lcp: 1_000 })), page('/new/', [act(1)]));
    const lines = comparisons(before, now);
    expect(lines.slice(0, 3)).toEqual([
      { name: '50 % of acts at 1 ×, ms', before: 300, now: 100, ratio: 3 },
      { name: '98 % of acts at 1 ×, ms', before: 300, now: 100, ratio: 3 },
      { name: '/ largest paint, ms', before: 2_000, now: 1_000, ratio: 2 },
    ]);
    expect(lines.filter(({ name }) => name.includes('gone') || name.includes('new') || name.includes('4 ×'))).toEqual(
      [],
    );
  });

  it('is nothing to compare with where no page is in both', () => {
    expect(comparisons(bench(page('/a/', [])), bench(page('/b/', [])))).toEqual([]);
  });

  it('finds the same act of the same figure of the same page, at the same rate', () => {
    const before = bench(page('/', [act(5, { throttle: 4 }), act(6), act(7, { act: 'drag' })]), page('/a/', [act(8)]));
    expect(sameAct(before, { page: '/', ...act(1) })).toBe(6);
    expect(sameAct(before, { page: '/a/', ...act(1) })).toBe(8);
    expect(sameAct(before, { page: '/a/', ...act(1, { figure: 'other' }) })).toBeUndefined();
  });
});

describe('writeBench(bench)', () => {
  it('writes an act a line, rounded, and is read back', () => {
    const measured = bench(
      page('/', [act(12.345), act(2, { answer: 7.77 })], load({ shiftLoading: 0.12345 })),
      page('/a/', []),
    );
    const written = writeBench(measured);
    expect(JSON.parse(written)).toEqual({
      processor: 'a processor',
      runtime: 'a browser',
      runs: 1,
      pages: [
        {
          page: '/',
          load: load({ shiftLoading: 0.1235 }),
          acts: [
            { figure: 'masks', act: 'press', throttle: 1, ms: 12.3 },
            { figure: 'masks', act: 'press', throttle: 1, ms: 2, answer: 7.8 },
          ],
        },
        { page: '/a/', load: load(), acts: [] },
      ],
    });
    expect(written.split('\n').filter((line) => line.includes('"ms"'))).toHaveLength(2);
  });
});
