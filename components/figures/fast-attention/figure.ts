import { flops, type AttentionSize } from '#lib/complexity/flops.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { oneOf, type State as StateOf } from '../../figure/state/fields.ts';
import { ratios, type Ratios } from '../../plots/ratios.ts';
import { showNumber } from '../../plots/number.ts';
import recorded from './recorded.json' with { type: 'json' };

/** The size of a bench case, and what is asked of it. */
const state = {
  size: oneOf('512', ['8', '32', '512', '2048', '4096', '8x512']),
  asks: oneOf('output', ['output', 'weights', 'causal']),
};
type State = StateOf<typeof state>;

/** The machine, as the badge names it. */
const where = `${recorded.processor}, ${recorded.runtime.replace(/\.\d+\.\d+$/, '')}`;

interface Runner {
  readonly label: string;
  readonly detail: string;
  /** Its names in the bench, of which the quickest counts. */
  readonly isMeant: (implementation: string) => boolean;
  readonly isOther: boolean;
}

const own = (label: string, detail: string, name = label): Runner => ({
  label,
  detail,
  isMeant: (given) => given === name,
  isOther: false,
});
const other = (label: string, detail: string, name: string): Runner => ({
  label,
  detail,
  isMeant: (given) => given.startsWith(name),
  isOther: true,
});

const runners: readonly Runner[] = [
  own('readable', 'row by row'),
  own('tiled', 'online softmax'),
  own('blocked', 'eight queries a block', 'blocked-ts'),
  own('kernel', 'in WebAssembly'),
  own('kernel, new', 'new arrays each time', 'kernel (new arrays)'),
  other('onnxruntime-web', 'its quickest graph', 'onnxruntime-web'),
  other('TensorFlow.js', 'its quicker form', 'tfjs-wasm'),
];

interface Result extends Runner {
  readonly ms: number;
  /** How many times as long it takes as the kernel. */
  readonly ratio: number;
}

function caseOf({ size, asks }: State) {
  const [n, heads = 1] = size.split('x').map(Number).reverse() as [number, number?];
  return recorded.cases.find(
    (one) =>
      one.n === n && one.heads === heads && one.weights === (asks === 'weights') && one.causal === (asks === 'causal'),
  )!;
}

function resultsOf(state: State): Result[] {
  const { results } = caseOf(state);
  const timed = runners.flatMap((runner) => {
    const times = results
      .filter(({ implementation }) => runner.isMeant(implementation))
      .map(({ medianMs }) => medianMs);
    return times.length > 0 ? [{ ...runner, ms: Math.min(...times) }] : [];
  });
  const { ms: kernel } = timed.find(({ label }) => label === 'kernel')!;
  return timed.map((result) => ({ ...result, ratio: result.ms / kernel }));
}

const showFactor = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
const showTime = (ms: number): string =>
  ms < 0.1
    ? `${(1000 * ms).toPrecision(3)} µs`
    : ms < 1000
      ? `${ms.toPrecision(3)} ms`
      : `${(ms / 1000).toPrecision(3)} s`;

export function chartOf(state: State): Ratios {
  return {
    title: 'times as long as the kernel',
    rows: resultsOf(state).map(({ label, detail, ratio, isOther }) => ({
      label,
      detail,
      ratio,
      isOther,
      shown: ratio === 1 ? '1' : `${showFactor(ratio)} ×`,
    })),
  };
}

const gflops = (one: AttentionSize, ms: number): number => flops(one) / ms / 1e6;

export function sentenceOf(state: State): string {
  const one = caseOf(state);
  const results = resultsOf(state);
  const [kernel, readable, blocked, onnx] = ['kernel', 'readable', 'blocked', 'onnxruntime-web'].map((label) =>
    results.find((result) => result.label === label)!,
  ) as [Result, Result, Result, Result];
  const share = (100 * gflops(one, kernel.ms)) / recorded.peakGflops;
  return (
    `The kernel takes ${showTime(kernel.ms)}; the readable version takes ${showFactor(readable.ratio)} times as long, the same steps in TypeScript ${showFactor(blocked.ratio)} times, ` +
    `onnxruntime-web ${showFactor(onnx.ratio)} times. The kernel does ${showNumber(gflops(one, kernel.ms), 1)} billion multiplications and additions a second, ` +
    `${Math.round(share)} % of what one core was measured to do in WebAssembly with everything in registers.`
  );
}

export function tableOf(state: State): NumberTable {
  const one = caseOf(state);
  const results = resultsOf(state);
  return {
    caption: `Medians of one run, d = ${one.d}, one thread, all in turn on: ${where}. Peak of the machine: ${showNumber(recorded.peakGflops, 1)} GFLOP/s.`,
    rows: results.map(({ label }) => label),
    columns: ['median, ms', 'times the kernel’s', 'GFLOP/s'],
    cell: (row, column) => {
      const { ms, ratio } = results[row]!;
      return [exact(ms, showTime), exact(ratio, showFactor), exact(gflops(one, ms), showNumber)][column]!;
    },
  };
}

export default defineFigure({
  id: 'fast-attention',
  title: 'The same attention, and how long it takes',
  badge: 'measured',
  source: where,
  state,
  compute: (state) => state,
  controls: [
    {
      kind: 'strip',
      field: 'size',
      label: 'Positions, of one head or of eight',
      options: ['8', '32', '512', '2,048', '4,096', '8 × 512'],
    },
    { kind: 'strip', field: 'asks', label: 'Asked for', options: ['output', 'weights too', 'causal'] },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        times: {
          drawing: {
            class: 'chart',
            width: 730,
            label:
              'How many times as long as the kernel each implementation takes, on a logarithmic axis. The numbers stand below.',
            plot: (state, surface) => ratios(chartOf(state), surface),
          },
        },
      },
    },
  ],
  readout: sentenceOf,
  tables: (state) => [tableOf(state)],
});
