import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  chartOf,
  fitOf,
  ids,
  keyOf,
  kinds,
  progressOf,
  recordedRun,
  sentenceOf,
  state as schema,
  tableOf,
  type Measured,
} from '../../components/figures/complexity-lab/compute.ts';
import { numberTable, textOf as written } from '../../components/figure/number-table.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { runs } from '../../lib/complexity/runs.ts';

const state = defaultsOf(schema);
/** Time that grows as n below 512, and as n² from there on. */
const bent: Measured = {
  where: 'a machine of the test',
  d: 64,
  points: [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192].map((n) => ({
    id: 'standard',
    n,
    ms: n < 512 ? n * 512 : n ** 2,
    repeats: 5,
  })),
};

describe('the fit', () => {
  it('is over the last four doublings, and says which they are', () => {
    expect(fitOf(bent, 'standard')).toMatchObject({ from: 512, to: 8192 });
    expect(fitOf(bent, 'standard')!.exponent).toBeCloseTo(2, 10);
    expect(keyOf(state, bent, 'standard')).toEqual({ value: '2.00 ± 0.00', remark: 'n = 512 to 8,192', theory: '2' });
  });

  it('waits for three points', () => {
    const few = { ...bent, points: bent.points.slice(0, 2) };
    expect(fitOf(few, 'standard')).toBeUndefined();
    expect(keyOf(state, few, 'standard').value).toBe('too few points');
    expect(sentenceOf(state, few)).toBe('Three lengths are needed before an exponent can be fitted.');
  });

  it('is drawn over a line of theory’s slope through the same points', () => {
    const [standard] = chartOf(state, bent).timings;
    for (const line of [standard!.fitted!, standard!.theory!]) {
      expect(line.map(([n]) => n)).toEqual([512, 8192]);
      for (const [n, value] of line) expect(value).toBeCloseTo(n ** 2, 3);
    }
  });
});

describe('the recorded run', () => {
  it('names its processor, and has every implementation at every length up to its last', () => {
    expect(recordedRun.where).toMatch(/\S+, Node \d+$/);
    for (const id of ids) {
      const lengths = recordedRun.points.filter((point) => point.id === id).map(({ n }) => n);
      expect(lengths.length).toBeGreaterThanOrEqual(5);
      expect(lengths).toEqual(lengths.map((_, step) => 32 * 2 ** step));
    }
  });

  it('has the kernel tens of times faster than the readable tiles, as the caption says', () => {
    const msOf = (id: string) =>
      new Map(recordedRun.points.filter((point) => point.id === id).map(({ n, ms }) => [n, ms]));
    const [tiled, kernel] = [msOf('tiled'), msOf('kernel')];
    for (const [n, ms] of tiled) expect(ms / kernel.get(n)!).toBeGreaterThan(20);
  });

  it('stays inside the axes', () => {
    for (const quantity of ['time', 'memory'] as const) {
      const { domain, lengths, timings } = chartOf({ ...state, quantity }, recordedRun);
      for (const [n, value] of timings.flatMap(({ points }) => points)) {
        expect(n).toBeGreaterThanOrEqual(lengths[0]);
        expect(n).toBeLessThanOrEqual(lengths[1]);
        expect(value).toBeGreaterThan(domain[0]);
        expect(value).toBeLessThan(domain[1]);
      }
    }
  });
});

describe('words and table', () => {
  it('print formulas that are what is counted, from 64 positions on', () => {
    for (const { id, bytes } of runs) {
      const code = kinds[id].bytes
        .replaceAll(',', '')
        .replaceAll('²', '**2')
        .replaceAll('·', '*')
        .replaceAll(/(?<=[\dn])(?=[nd])/g, '*');
      const formula = new Function('n', 'd', `return ${code}`) as typeof bytes;
      for (const d of schema.d.names!.map(Number))
        for (const n of [64, 1000, 32_768])
          expect(formula(n, d), `${kinds[id].bytes} at n = ${n}, d = ${d}`).toBe(bytes(n, d));
    }
  });

  it('say how much longer twice as many positions take', () => {
    expect(sentenceOf(state, bent)).toBe(
      'With twice as many positions, standard attention takes 4.0 times as long: fitted over the last 4 doublings of each.',
    );
  });

  it('count bytes, which no machine changes', () => {
    const said = sentenceOf({ ...state, quantity: 'memory' }, bent);
    expect(said).toContain('standard attention 4.29 GB, tiled 279 kB');
    expect(said).toContain('the recurrence 256 B');
  });

  it('say what is being measured', () => {
    expect(progressOf({ n: 1024, id: 'tiled', repeat: 3, repeats: 5 })).toBe('n = 1,024, tiled: 3 of 5');
  });

  it('hold every point', () => {
    const { rows, columns, cell } = tableOf(bent);
    expect([rows[5]!, ...columns.map((_, column) => cell(5, column))].map(written)).toEqual([
      '1,024',
      'standard',
      '1049000',
      '5',
      '4,194,304',
    ]);
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    const table = numberTable(document, tableOf(recordedRun));
    expect(table.querySelectorAll('tbody tr')).toHaveLength(recordedRun.points.length);
    expect([...table.querySelectorAll('thead :is(td, th)')].map((cell) => cell.textContent)).toEqual([
      'n',
      'implementation',
      'median, ms',
      'repeats',
      'bytes held',
    ]);
  });
});
