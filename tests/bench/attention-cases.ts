/** The bench of attention itself, for Node and for the browser: it is handed what it measures, and a clock. */
import { flops } from '../../lib/complexity/flops.ts';
import { seededNormal } from '../../lib/random.ts';
import { sizeOf, tensor, type Tensor } from '../../lib/tensor.ts';
import { interleaved, median } from './measure.ts';

/** One size of attention of every query to every key, and what is asked of it beside the output. */
export interface AttentionCase {
  readonly n: number;
  readonly d: number;
  readonly heads: number;
  /** The weights are handed back too. */
  readonly weights: boolean;
  readonly causal: boolean;
}

/** A case with its numbers: Q, K and V are (n, d) for one head, and (heads, n, d) for more. */
export interface Work extends AttentionCase {
  readonly Q: Tensor;
  readonly K: Tensor;
  readonly V: Tensor;
}

export interface Answer {
  readonly output: Float32Array;
  readonly weights?: Float32Array | undefined;
}

export interface Prepared {
  /** All that is timed: from the arrays of Q, K and V to arrays of what is asked. */
  readonly run: () => Answer | Promise<Answer>;
  readonly release?: () => unknown;
}

export interface Implementation {
  readonly name: string;
  /** One of the library's own: a wrong answer ends the bench. One of a peer is left out, and that is said. */
  readonly ours?: boolean;
  /** Does, outside the timing, what would be done once in real use. */
  readonly prepare: () => Prepared | Promise<Prepared>;
}

/** The implementations that may be able to do a work. */
export type Offer = (work: Work) => readonly Implementation[];

export interface CaseResult extends AttentionCase {
  readonly results: readonly { readonly implementation: string; readonly medianMs: number }[];
}

/** How much of the kernel's time goes where, from 0 to 1 each. What is missing to 1 goes to loops, packing and copies. */
export interface Profile {
  readonly scores: number;
  readonly softmax: number;
  /** The part of softmax that computes powers. */
  readonly exp: number;
  readonly accumulate: number;
}

export interface AttentionBench {
  readonly processor?: string;
  readonly runtime?: string;
  /** Multiplications and additions that this machine does in a second with nothing else to do, in 10⁹. */
  readonly peakGflops: number;
  readonly profile?: Profile | undefined;
  readonly cases: readonly CaseResult[];
}

const sizes = [
  [1, 8],
  [1, 32],
  [1, 512],
  [1, 2048],
  [1, 4096],
  [8, 512],
] as const;

/** A size as `--only` takes it: `512` for one head, `8x512` for eight. */
const sizeName = ({ n, heads }: Pick<AttentionCase, 'n' | 'heads'>): string => (heads === 1 ? `${n}` : `${heads}x${n}`);

/**
 * Every size plain, with weights, and causal.
 *
 * @param only Names of sizes, separated by commas; default all.
 * @throws RangeError when there is no size of a name.
 */
export function attentionCases(only?: string): AttentionCase[] {
  const all = sizes.flatMap(([heads, n]) =>
    [
      [false, false],
      [true, false],
      [false, true],
    ].map(([weights = false, causal = false]) => ({ n, d: 64, heads, weights, causal })),
  );
  if (only === undefined) return all;
  const names = [...new Set(all.map(sizeName))];
  const asked = only.split(',');
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`The bench has no size ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  return all.filter((one) => asked.includes(sizeName(one)));
}

/** `n = 512, 8 heads, causal` */
export function caseName({ n, heads, weights, causal }: AttentionCase): string {
  return [
    `n = ${n}`,
    heads === 1 ? '1 head' : `${heads} heads`,
    ...(weights ? ['with weights'] : []),
    ...(causal ? ['causal'] : []),
  ].join(', ');
}

export function workOf(asked: AttentionCase): Work {
  const { n, d, heads } = asked;
  const shape = heads === 1 ? [n, d] : [heads, n, d];
  const normal = seededNormal(1);
  const random = (): Tensor => tensor(Float32Array.from({ length: sizeOf(shape) }, normal), shape);
  return { ...asked, Q: random(), K: random(), V: random() };
}

/** How far an answer may be off, relative to the largest number of the right one. */
const tolerance = 1e-3;

function faultOf(what: string, given: Float32Array | undefined, expected: Float32Array): string | undefined {
  if (!given) return `gives no ${what}`;
  if (given.length !== expected.length)
    return `gives ${given.length} numbers as ${what} where there are ${expected.length}`;
  const largest = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < expected.length; i++)
    // Asked this way round, NaN is a fault.
    if (!(Math.abs(given[i]! - expected[i]!) <= tolerance * largest))
      return `gives ${given[i]} as number ${i} of ${what} where ${expected[i]} is right`;
  return undefined;
}

/** What is wrong with an answer, as the end of a sentence; nothing when it is right. */
export const fault = (given: Answer, expected: Answer): string | undefined =>
  faultOf('output', given.output, expected.output) ??
  (expected.weights && faultOf('weights', given.weights, expected.weights));

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .trim()
    .split('\n')[0]!;

interface BenchOptions {
  readonly log?: (line: string) => void;
  readonly measuring?: Parameters<typeof interleaved>[1];
}

/** The slowest works take seconds, and there are some ten in each of eighteen cases. */
const briefly = { patience: 1_500 };

/**
 * Times all that is offered for a case, after each has given the answer of the one called
 * `readable`.
 *
 * @throws Error when one of the library's own gives another.
 */
export async function benchCase(
  asked: AttentionCase,
  offers: readonly Offer[],
  { log = console.log, measuring = briefly }: BenchOptions = {},
): Promise<CaseResult> {
  const work = workOf(asked);
  const implementations = offers.flatMap((offer) => offer(work));
  const readable = implementations.find(({ name }) => name === 'readable');
  if (!readable) throw new Error('Nothing is called readable: there is no answer to hold the others to.');
  log(`\n${caseName(asked)}`);
  const reference = await readable.prepare();
  const expected = await reference.run();

  const prepared: Record<string, Prepared> = {};
  try {
    for (const { name, ours, prepare } of implementations) {
      const left = await (async () => {
        prepared[name] = name === 'readable' ? reference : await prepare();
        return fault(name === 'readable' ? expected : await prepared[name].run(), expected);
      })().catch((error: unknown) => {
        if (ours) throw error;
        return `fails: ${firstLine(error)}`;
      });
      if (left === undefined) continue;
      if (ours) throw new Error(`${name} ${left}, in the case ${caseName(asked)}.`);
      log(`  left out: ${name} ${left}`);
      await prepared[name]?.release?.();
      delete prepared[name];
    }
    const times = await interleaved(
      Object.fromEntries(Object.entries(prepared).map(([name, { run }]) => [name, run])),
      measuring,
    );
    for (const line of linesOf(asked, times)) log(line);
    return {
      ...asked,
      results: Object.entries(times).map(([implementation, ms]) => ({
        implementation,
        medianMs: Number(ms.toPrecision(5)),
      })),
    };
  } finally {
    for (const { release } of Object.values(prepared)) await release?.();
  }
}

function linesOf(asked: AttentionCase, times: Readonly<Record<string, number>>): string[] {
  const kernel = times['kernel'];
  return Object.entries(times).map(([name, ms]) => {
    const ratio = kernel === undefined ? '' : `${(ms / kernel).toFixed(2).padStart(9)} ×`;
    return `${ms.toPrecision(4).padStart(10)} ms${(flops(asked) / ms / 1e6).toFixed(2).padStart(8)} GFLOP/s${ratio}  ${name}`;
  });
}

/** What is measured of the machine beside the cases. */
export interface Machine {
  /** GFLOP/s. Asked before each case, for the machine may be busier at one than at another; the median counts, as it does for them. */
  readonly peak: () => number;
  readonly profile?: () => Promise<Profile | undefined>;
}

export async function benchAttention(
  cases: readonly AttentionCase[],
  offers: readonly Offer[],
  { peak, profile }: Machine,
  options: BenchOptions = {},
): Promise<AttentionBench> {
  const peaks: number[] = [];
  const results: CaseResult[] = [];
  // Once for nothing: the first case would carry what all of them take to start.
  await benchCase({ n: 8, d: 64, heads: 1, weights: false, causal: false }, offers, { ...options, log: () => {} });
  for (const asked of cases) {
    peaks.push(peak());
    results.push(await benchCase(asked, offers, options));
  }
  return { peakGflops: median(peaks), profile: await profile?.(), cases: results };
}
