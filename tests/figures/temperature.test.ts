import { describe, expect, it } from 'vitest';
import { barsOf, chartOf, charts, readoutOf, tableOf, type Row } from '../../components/figures/temperature/row.ts';
import { state, temperatures } from '../../components/figures/temperature/state.ts';
import { softmaxRow } from '../../lib/attention/softmax.ts';

const row: Row = {
  labels: ['I', 'went', 'to', 'the', 'bank'],
  query: 4,
  T: 1,
  scores: Float32Array.of(0.8, -0.15, 0.84, 2.5, 5.03),
};
const textOf = (of: Row): string =>
  readoutOf(of)
    .map((part) => (typeof part === 'string' ? part : part[1]))
    .join('');

describe('a row at a temperature', () => {
  it('has at T = 1, where it begins, the weights of the model', () => {
    expect(state.T.fallback).toBe('1');
    expect(barsOf(row).weights).toEqual(softmaxRow(row.scores));
    expect(textOf(row)).toMatch(
      /^query bank at T = 1, as the model has it: its largest weight, 0\.90, is on key bank; .*norm 0\.\d\d\.$/,
    );
  });

  it('is set beside the model’s own at any other', () => {
    for (const T of [0.1, 10]) {
      expect(barsOf({ ...row, T }).beside!.weights).toEqual(softmaxRow(row.scores));
      expect(textOf({ ...row, T })).toMatch(/ At T = 1 they are 0\.90, /);
    }
  });

  it('keeps every value inside its axes', () => {
    for (const { id } of charts) {
      const { domain, lines, level } = chartOf(id, row);
      for (const value of [level!.value, ...lines.flatMap(({ theory }) => theory)]) {
        expect(value).toBeGreaterThanOrEqual(domain[0]);
        expect(value).toBeLessThanOrEqual(domain[1]);
      }
    }
  });

  it('has temperatures a tenth of a power of ten apart, as near as two figures say it', () => {
    temperatures.forEach((T, step) => expect(T / 10 ** (step / 10 - 1)).toBeCloseTo(1, 1));
  });

  it('has in its table a row for every temperature, with every weight', () => {
    const { rows, columns, cell } = tableOf(row, 'layer 2, head 2');
    expect(rows).toHaveLength(temperatures.length);
    expect(columns).toEqual([...row.labels, 'entropy', 'largest weight', 'Jacobian norm']);
    expect(cell(0, 4)).toBe('1.00');
    expect(cell(0, 7)).toBe('0.00');
  });
});
