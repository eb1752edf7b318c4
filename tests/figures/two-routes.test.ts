import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import figure from '../../components/figures/two-routes/figure.ts';

const whole = { from: 1, to: 10, window: 9 };
const shownAt = (state: typeof whole) => figure.compute(state, undefined);
const sentenceOf = (state: typeof whole) => figure.readout(shownAt(state));

describe('two routes across a sentence', () => {
  it('pass through every state, or none', () => {
    const { recurrence, attention, pairs } = shownAt(whole);
    expect(recurrence).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(attention).toEqual([0, 9]);
    expect(pairs).toHaveLength(45);
  });

  it('are told in words', () => {
    expect(sentenceOf(whole)).toBe(
      'From “Letters” to “are”: a recurrent network hands the message on 9 times, each state waiting for the one before; attention takes 1 hop. ' +
        'For all words of the sentence it takes 10 steps, one after another, and attention 1.',
    );
    expect(sentenceOf({ ...whole, window: 4 })).toContain(
      'attention that sees 4 words to each side takes 3 hops, a layer each',
    );
    expect(sentenceOf({ ...whole, from: 10, to: 9 })).toContain(
      'never carries “are” back to “table”; a second one, from the right, hands it on 1 time;',
    );
    expect(sentenceOf({ ...whole, to: 1 })).toContain('Choose two different words.');
  });

  it('have their lengths in the table, from the chosen word to each', () => {
    const [{ rows, columns, cell }] = figure.tables(shownAt({ ...whole, from: 5, window: 2 })) as [
      ReturnType<typeof figure.tables>[number],
    ];
    expect(rows.map((_, row) => columns.map((_, column) => written(cell(row, column))))).toEqual([
      ['4', 'the right', '2'],
      ['3', 'the right', '2'],
      ['2', 'the right', '1'],
      ['1', 'the right', '1'],
      ['0', 'the left', '0'],
      ['1', 'the left', '1'],
      ['2', 'the left', '1'],
      ['3', 'the left', '2'],
      ['4', 'the left', '2'],
      ['5', 'the left', '3'],
    ]);
  });
});
