import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import {
  chartsOf,
  costsTable,
  lengths,
  runsTable,
  sentenceOf,
} from '../../components/figures/complexity-charts/compute.ts';

describe('the cost of a layer, in words', () => {
  it('says how much, and sets it beside a laptop where it is large', () => {
    const sentence = sentenceOf(2 ** 20, 512);
    expect(sentence).toContain('weights take 4.40 TB (the memory of 275 laptops, at 16 GB each)');
    expect(sentence).toContain('in 1,048,576 steps one after another');
    expect(sentence).toContain('holds 8.40 MB in their place, a simple recurrence 2.05 kB');
    expect(sentenceOf(16_384, 512)).toContain('1.07 GB (7% of a laptop’s 16 GB)');
    expect(sentenceOf(8, 512)).not.toContain('laptop');
  });

  it('names the recurrences that attention is compared with: at n = d it costs what a GRU costs', () => {
    expect(sentenceOf(512, 512)).toContain('self-attention takes 805 million multiply–adds');
    expect(sentenceOf(512, 512)).toContain(
      'a simple recurrence takes 268 million, a GRU 805 million and an LSTM 1.07 billion, all three in 512 steps',
    );
  });

  it('says which part dominates', () => {
    expect(sentenceOf(1024, 512)).toContain('50% of them in its two n²d products');
    expect(sentenceOf(8, 4096)).toContain('less than 1% of them');
    expect(sentenceOf(2 ** 20, 16)).toContain('more than 99% of them');
  });
});

describe('the charts', () => {
  it('meet in a point on both lines, and keep every value inside the axes', () => {
    for (const d of [16, 512, 4096]) {
      const { operations, bytes } = chartsOf(0, d);
      const step = lengths.indexOf(operations.point!.length);
      const at = (id: string) => operations.lines.find((line) => line.id === id)!.values[step];
      expect(at('products')).toBe(operations.point!.value);
      expect(at('projections')).toBe(operations.point!.value);
      for (const { domain, lines } of [operations, bytes])
        for (const value of lines.flatMap(({ values }) => values)) {
          expect(value).toBeGreaterThan(domain[0]);
          expect(value).toBeLessThan(domain[1]);
        }
    }
  });
});

describe('the table', () => {
  it('has every digit of every length', () => {
    const { rows, columns, cell } = costsTable(4096);
    expect(rows).toHaveLength(18);
    expect(written(cell(17, columns.indexOf('attention')))).toBe('9,077,567,998,918,656');
  });

  it('counts what the library did, and it is what the formulas say', () => {
    const { rows, cell } = runsTable();
    expect(rows.map(written)).toEqual(['8', '16', '32', '64']);
    expect(written(cell(3, 1))).toBe(String((64 * 64 * 16).toLocaleString('en')));
  });
});
