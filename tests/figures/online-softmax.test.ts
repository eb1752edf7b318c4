import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import figure, { keys, memory, rows, values } from '../../components/figures/online-softmax/figure.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { scaledDotProductAttention } from '../../lib/attention/index.ts';
import { tensor } from '../../lib/tensor.ts';

type State = ReturnType<typeof defaultsOf<typeof figure.state>>;

const shownAt = (choice: State) => figure.compute(figure.fit!(choice, undefined), undefined);
const textOf = (choice: State): string => plainText(figure.readout(shownAt(choice)));
const names = Object.keys(rows) as (keyof typeof rows)[];
const tiles = ['1', '2', '4'] as const;

describe('the walk over one row', () => {
  it('agrees with softmax at every stop of every row and tile, and says so', () => {
    for (const row of names)
      for (const tile of tiles) {
        const count = keys / Number(tile);
        expect(shownAt({ row, tile, stop: 1 }).stops).toHaveLength(count);
        for (let stop = 1; stop <= count; stop++)
          expect(textOf({ row, tile, stop })).toContain('within 0.000001 of softmax over');
      }
  });

  it('ends at what attention itself answers', () => {
    for (const row of names) {
      // With queries of 1 and scale 1 the keys are the scores; what is masked says so.
      const scores = rows[row].scores;
      const mask = { data: Uint8Array.from(scores, (score) => Number(score > -Infinity)), shape: [1, keys] };
      const { output } = scaledDotProductAttention(
        tensor([1], [1, 1]),
        tensor(
          scores.map((score) => Math.max(score, -9)),
          [keys, 1],
        ),
        tensor(values, [keys, 1]),
        { scale: 1, mask },
      );
      for (const tile of tiles)
        expect(shownAt({ row, tile, stop: keys }).stops.at(-1)!.output).toBeCloseTo(output.data[0]!, 5);
    }
  });

  it('says at its default stop how the maximum rises and what that does', () => {
    expect(textOf(defaultsOf(figure.state))).toMatch(
      /^Tile 3 of 4 brings keys 5 and 6\. The maximum rises from 1\.2 to 3\.1: .* multiplied by e to the −1\.9, which is 0\.15\. Sum now 1\.46\./,
    );
  });

  it('tells of masked keys and of what overflows', () => {
    expect(textOf({ row: 'masked', tile: '2', stop: 1 })).toContain(
      'all masked: there is nothing to take in yet. Output so far: 0.00',
    );
    expect(textOf({ row: 'huge', tile: '2', stop: 3 })).toContain('∞ in float32');
    expect(textOf({ row: 'huge', tile: '2', stop: 2 })).not.toContain('∞ in float32');
  });

  it('stays inside the row when a link names a stop that larger tiles do not have', () => {
    expect(shownAt({ row: 'mixed', tile: '4', stop: 7 }).chosen).toBe(1);
    expect(textOf({ row: 'mixed', tile: '4', stop: 7 })).toMatch(/^Tile 2 of 2/);
  });

  it('has the numbers of every stop, the answer and the check side by side', () => {
    const [table] = figure.tables(shownAt({ row: 'huge', tile: '1', stop: 1 }));
    const { rows: stops, cell } = table!;
    expect(stops).toHaveLength(keys);
    stops.forEach((_, at) => expect(Number(written(cell(at, 4)))).toBeCloseTo(Number(written(cell(at, 5))), 5));
    expect(written(cell(7, 6))).toBe('∞');
    expect(memory.rows.map((_, row) => written(memory.cell(row, 0)))).toEqual([
      '65.5 kB',
      '4.19 MB',
      '1.07 GB',
      '68.7 GB',
    ]);
  });
});
