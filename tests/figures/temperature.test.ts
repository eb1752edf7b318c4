import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import figure, {
  barsOf,
  chartOf,
  charts,
  readoutOf,
  temperatures,
  type Row,
} from '../../components/figures/temperature/figure.ts';
import { softmaxRow } from '../../lib/attention/softmax.ts';

const row: Row = {
  layer: 2,
  head: 2,
  labels: ['I', 'went', 'to', 'the', 'bank'],
  query: 4,
  T: 1,
  scores: Float32Array.of(0.8, -0.15, 0.84, 2.5, 5.03),
};
const textOf = (of: Row): string => plainText(readoutOf(of));

describe('a row at a temperature', () => {
  it('has at T = 1, where it begins, the weights of the model', () => {
    expect(figure.state.T.fallback).toBe('1');
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
    const { rows, columns, cell } = figure.tables(row)[0]!;
    expect(rows).toHaveLength(temperatures.length);
    expect(columns).toEqual([...row.labels, 'entropy', 'largest weight', 'Jacobian norm']);
    expect(written(cell(0, 4))).toBe('1.00');
    expect(written(cell(0, 7))).toBe('0.00');
  });
});
