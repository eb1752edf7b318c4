import { flops } from '../../lib/complexity/flops.ts';
import { caseName, type AttentionBench, type CaseResult } from './attention-cases.ts';

/** What the kernel is to reach, as a figure that is the larger the better. */
interface Goal {
  readonly name: string;
  readonly least: number;
  readonly unit: '×' | '%';
  readonly cases: (one: CaseResult) => boolean;
  /** Not a number where what it needs was not measured. */
  readonly figure: (one: CaseResult, peakGflops: number) => number;
  /** A figure to be read beside, for which there is no goal. */
  readonly beside?: { readonly name: string; readonly figure: (one: CaseResult) => number };
}

interface Lowest {
  readonly figure: number;
  readonly at: CaseResult;
}

export interface GoalResult {
  readonly name: string;
  readonly least: number;
  readonly unit: '×' | '%';
  /** The lowest of all its cases, and in which; nothing where none was measured. */
  readonly lowest?: Lowest | undefined;
  readonly beside?: { readonly name: string; readonly lowest?: Lowest | undefined } | undefined;
  readonly reached: boolean;
}

/** The median of the fastest implementation whose name is, or begins with, this; NaN where there is none. */
function fastest({ results }: CaseResult, name: string): number {
  const times = results.filter(
    ({ implementation }) => implementation === name || implementation.startsWith(`${name} (`),
  );
  return times.length === 0 ? NaN : Math.min(...times.map(({ medianMs }) => medianMs));
}

function exactly({ results }: CaseResult, name: string): number {
  return results.find(({ implementation }) => implementation === name)?.medianMs ?? NaN;
}

const isPlain = ({ weights, causal }: CaseResult): boolean => !weights && !causal;
const isLong = ({ n }: CaseResult): boolean => n >= 512;
const toKernel =
  (time: (one: CaseResult) => number) =>
  (one: CaseResult): number =>
    time(one) / exactly(one, 'kernel');
const toOnnx = toKernel((one) => fastest(one, 'onnxruntime-web'));
const toTfjs = toKernel((one) => exactly(one, 'tfjs-wasm'));

/** What tfjs-wasm can do, called in the one way that it has a fast product for; the goals are of the usual way. */
const fastestTfjs = { name: 'its fastest form', figure: toKernel((one) => fastest(one, 'tfjs-wasm')) };

const goals: readonly Goal[] = [
  {
    name: 'the fastest onnxruntime-web graph, n ≥ 512',
    least: 2,
    unit: '×',
    cases: (one) => isPlain(one) && isLong(one),
    figure: toOnnx,
  },
  {
    name: 'the fastest onnxruntime-web graph, n = 8',
    least: 12,
    unit: '×',
    cases: (one) => isPlain(one) && one.n === 8,
    figure: toOnnx,
  },
  {
    name: 'the fastest onnxruntime-web graph, n = 32',
    least: 3,
    unit: '×',
    cases: (one) => isPlain(one) && one.n === 32,
    figure: toOnnx,
  },
  {
    name: 'the fastest onnxruntime-web graph, n ≥ 512, with weights',
    least: 2.5,
    unit: '×',
    cases: (one) => one.weights && isLong(one),
    figure: toOnnx,
  },
  {
    name: 'tfjs-wasm, n ≥ 512, one head',
    least: 10,
    unit: '×',
    cases: (one) => isPlain(one) && isLong(one) && one.heads === 1,
    figure: toTfjs,
    beside: fastestTfjs,
  },
  {
    name: 'tfjs-wasm, n ≥ 512, eight heads',
    least: 14,
    unit: '×',
    cases: (one) => isPlain(one) && isLong(one) && one.heads === 8,
    figure: toTfjs,
    beside: fastestTfjs,
  },
  {
    name: 'of the measured peak, n ≥ 512',
    least: 85,
    unit: '%',
    cases: (one) => isPlain(one) && isLong(one),
    figure: (one, peakGflops) => (100 * flops(one)) / exactly(one, 'kernel') / 1e6 / peakGflops,
  },
  {
    name: 'readable, by blocked-ts, n ≥ 512',
    least: 3,
    unit: '×',
    cases: (one) => isPlain(one) && isLong(one),
    figure: (one) => exactly(one, 'readable') / exactly(one, 'blocked-ts'),
  },
];

function lowestOf(cases: readonly CaseResult[], figure: (one: CaseResult) => number): Lowest | undefined {
  return cases
    .map((at) => ({ figure: figure(at), at }))
    .filter(({ figure: measured }) => Number.isFinite(measured))
    .sort((a, b) => a.figure - b.figure)[0];
}

export function goalResults({ cases, peakGflops }: AttentionBench): GoalResult[] {
  return goals.map(({ name, least, unit, cases: isMeant, figure, beside }) => {
    const meant = cases.filter(isMeant);
    const lowest = lowestOf(meant, (one) => figure(one, peakGflops));
    return {
      name,
      least,
      unit,
      lowest,
      beside: beside && { name: beside.name, lowest: lowestOf(meant, beside.figure) },
      reached: lowest !== undefined && lowest.figure >= least,
    };
  });
}

export function goalLines(results: readonly GoalResult[]): string[] {
  return results.map(({ name, least, unit, lowest, beside, reached }) => {
    const goal = `≥ ${least} ${unit} ${name}`;
    if (!lowest) return `${'not measured'.padEnd(14)}${goal}`;
    const aside = beside?.lowest ? ` (${beside.lowest.figure.toFixed(2)} ${unit} ${beside.name})` : '';
    return `${(reached ? 'reached' : 'missed').padEnd(14)}${goal}: ${lowest.figure.toFixed(2)} ${unit} at ${caseName(lowest.at)}${aside}`;
  });
}
