import type { Load } from './site-load.ts';

/** Medians over the runs. */
export interface ActResult {
  readonly figure: string;
  readonly act: string;
  readonly throttle: number;
  /** To the frame painted after the input was handled. */
  readonly ms: number;
  /** To the last change of the figure; nothing where nothing changed. */
  readonly answer: number | undefined;
}

export interface PageResult {
  /** As under the site's base: `/attention/code/`. */
  readonly page: string;
  /** On the phone. */
  readonly load: Load | undefined;
  readonly acts: readonly ActResult[];
}

export interface SiteBench {
  readonly processor: string;
  readonly runtime: string;
  readonly runs: number;
  readonly pages: readonly PageResult[];
}

/** The smallest value that so many percent of all are not above; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

/** The middle value, or the mean of the two in the middle: runs are few. */
export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const actName = ({ figure, act, throttle }: ActResult): string => `${throttle} ${figure} ${act}`;

/** One page's runs as one. An act that not every run has is of those that have it. */
export function mergeRuns(page: string, runs: readonly Omit<PageResult, 'page'>[]): PageResult {
  const acts = Map.groupBy(
    runs.flatMap(({ acts }) => acts),
    actName,
  );
  const loads = runs.flatMap(({ load }) => load ?? []);
  const first = loads[0];
  return {
    page,
    load:
      first &&
      (Object.fromEntries(
        (Object.keys(first) as (keyof Load)[]).map((name) => [name, middle(loads.map((load) => load[name]))]),
      ) as unknown as Load),
    acts: [...acts.values()].map((same) => {
      const answers = same.flatMap(({ answer }) => answer ?? []);
      return {
        ...same[0]!,
        ms: middle(same.map(({ ms }) => ms)),
        answer: answers.length === 0 ? undefined : middle(answers),
      };
    }),
  };
}

type PlacedAct = ActResult & { readonly page: string };

const actsOf = ({ pages }: SiteBench, throttle?: number): PlacedAct[] =>
  pages.flatMap(({ page, acts }) =>
    acts.filter((act) => throttle === undefined || act.throttle === throttle).map((act) => ({ page, ...act })),
  );

export const throttlesOf = (bench: SiteBench): number[] =>
  [...new Set(actsOf(bench).map(({ throttle }) => throttle))].toSorted((a, b) => a - b);

export const slowestActs = (bench: SiteBench, throttle: number, count: number): PlacedAct[] =>
  actsOf(bench, throttle)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, count);

export const worstShift = ({ shiftLoading, shiftScrolling, shiftTouching }: Load): number =>
  Math.max(shiftLoading, shiftScrolling, shiftTouching);

interface Goal {
  readonly name: string;
  readonly most: number;
  readonly unit: string;
  readonly decimals: number;
  /** Each with where it was measured. */
  figures(bench: SiteBench): readonly (readonly [number, string])[];
}

const actGoal = (throttle: number, most: number): Goal => ({
  name: `98 % of all acts at ${throttle} ×`,
  most,
  unit: ' ms',
  decimals: 0,
  figures: (bench) => {
    const times = actsOf(bench, throttle).map(({ ms }) => ms);
    return times.length === 0 ? [] : [[percentile(times, 98), `${times.length} acts`]];
  },
});

const loadGoal = (
  name: string,
  most: number,
  [unit, decimals]: readonly [string, number],
  figure: (load: Load) => number,
  isMeant: (page: string) => boolean = () => true,
): Goal => ({
  name,
  most,
  unit,
  decimals,
  figures: ({ pages }) =>
    pages.flatMap(({ page, load }) => (load && isMeant(page) ? [[figure(load), page] as const] : [])),
});

export const siteGoals: readonly Goal[] = [
  actGoal(1, 100),
  actGoal(4, 200),
  loadGoal('shift of layout', 0.02, ['', 3], worstShift),
  loadGoal(
    'largest paint of the opening page',
    1_500,
    [' ms', 0],
    ({ lcp }) => lcp,
    (page) => page === '/',
  ),
  loadGoal(
    'largest paint of a chapter',
    2_000,
    [' ms', 0],
    ({ lcp }) => lcp,
    (page) => page !== '/',
  ),
  loadGoal('nodes laid out at load', 6_000, ['', 0], ({ layoutObjects }) => layoutObjects),
];

export interface GoalResult {
  readonly goal: Goal;
  /** The highest of all, and where; nothing where none was measured. */
  readonly highest: readonly [number, string] | undefined;
  readonly reached: boolean;
}

export function siteGoalResults(bench: SiteBench): GoalResult[] {
  return siteGoals.map((goal) => {
    const figures = goal.figures(bench);
    // What is not a number was not measured, wherever it stands.
    const highest = figures.some(([figure]) => Number.isNaN(figure))
      ? undefined
      : figures.toSorted(([a], [b]) => b - a)[0];
    return { goal, highest, reached: highest !== undefined && highest[0] <= goal.most };
  });
}

export function siteGoalLines(results: readonly GoalResult[]): string[] {
  return results.map(({ goal: { name, most, unit, decimals }, highest, reached }) => {
    const goal = `≤ ${most}${unit} ${name}`;
    if (!highest) return `${'not measured'.padEnd(14)}${goal}`;
    const [figure, where] = highest;
    return `${(reached ? 'reached' : 'missed').padEnd(14)}${goal}: ${figure.toFixed(decimals)}${unit} (${where})`;
  });
}

/** How many times as much it was before; nothing where there is nothing to divide. */
export function ratio(before: number | undefined, now: number | undefined): number | undefined {
  return before === undefined || now === undefined || !(before > 0) || !(now > 0) ? undefined : before / now;
}

export interface Comparison {
  readonly name: string;
  readonly before: number;
  readonly now: number;
  readonly ratio: number | undefined;
}

const compare = (name: string, before: number, now: number): Comparison => ({
  name,
  before,
  now,
  ratio: ratio(before, now),
});

/** Of the pages that both have: the acts by their time, the loads by each of their figures. */
export function comparisons(before: SiteBench, now: SiteBench): Comparison[] {
  const pages = now.pages.flatMap((after) => {
    const earlier = before.pages.find(({ page }) => page === after.page);
    return earlier ? [{ earlier, after }] : [];
  });
  if (pages.length === 0) return [];
  const both = {
    before: { ...before, pages: pages.map(({ earlier }) => earlier) },
    now: { ...now, pages: pages.map(({ after }) => after) },
  };
  const acts = throttlesOf(both.now)
    .filter((throttle) => throttlesOf(both.before).includes(throttle))
    .flatMap((throttle) =>
      [50, 98].map((percent) => {
        const of = (bench: SiteBench): number =>
          percentile(
            actsOf(bench, throttle).map(({ ms }) => ms),
            percent,
          );
        return compare(`${percent} % of acts at ${throttle} ×, ms`, of(both.before), of(both.now));
      }),
    );
  const loads = pages.flatMap(({ earlier, after }) => {
    const [was, is] = [earlier.load, after.load];
    if (!was || !is) return [];
    const line = (name: string, figure: (load: Load) => number) =>
      compare(`${after.page} ${name}`, figure(was), figure(is));
    return [
      line('largest paint, ms', ({ lcp }) => lcp),
      line('blocked, ms', ({ blocked }) => blocked),
      line('shift', worstShift),
      line('laid out', ({ layoutObjects }) => layoutObjects),
    ];
  });
  return [...acts, ...loads];
}

/** The time of the same act in another run of the bench. */
export function sameAct(bench: SiteBench, { page, ...act }: PlacedAct): number | undefined {
  const acts = bench.pages.find((one) => one.page === page)?.acts;
  return acts?.find((one) => actName(one) === actName(act))?.ms;
}

/** As JSON, an act a line. Milliseconds to a tenth, shifts to a thousandth. */
export function writeBench(bench: SiteBench): string {
  const round = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(value < 1 ? 4 : 1)) : value;
  const line = (value: unknown): string => JSON.stringify(value, round);
  const pages = bench.pages.map(({ acts, ...page }) => {
    const head = line(page).slice(0, -1);
    return `    ${head}, "acts": [\n${acts.map((act) => `      ${line(act)}`).join(',\n')}\n    ]}`;
  });
  const { processor, runtime, runs } = bench;
  return `${line({ processor, runtime, runs }).slice(0, -1)}, "pages": [\n${pages.join(',\n')}\n]}\n`;
}
