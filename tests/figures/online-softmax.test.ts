import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { keys, rows, state, values, type RowName } from '../../components/figures/online-softmax/state.ts';
import { drawnOf, memory, readoutOf, stopOf, stopsOf, tableOf } from '../../components/figures/online-softmax/walk.ts';
import { scaledDotProductAttention } from '../../lib/attention/index.ts';
import { tensor } from '../../lib/tensor.ts';

const textOf = (choice: Parameters<typeof readoutOf>[0]): string => plainText(readoutOf(choice));
const names = Object.keys(rows) as RowName[];

describe('the walk over one row', () => {
  it('agrees with softmax at every stop of every row and tile, and says so', () => {
    for (const row of names)
      for (const tile of [1, 2, 4]) {
        expect(stopsOf({ row, tile, stop: 1 })).toBe(keys / tile);
        for (let stop = 1; stop <= keys / tile; stop++)
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
      for (const tile of [1, 2, 4])
        expect(drawnOf({ row, tile, stop: keys }).stops.at(-1)!.output).toBeCloseTo(output.data[0]!, 5);
    }
  });

  it('says at its default stop how the maximum rises and what that does', () => {
    expect(textOf({ row: 'mixed', tile: 2, stop: state.stop.fallback })).toMatch(
      /^Tile 3 of 4 brings keys 5 and 6\. The maximum rises from 1\.2 to 3\.1: .* multiplied by e to the −1\.9, which is 0\.15\. Sum now 1\.46\./,
    );
  });

  it('tells of masked keys and of what overflows', () => {
    expect(textOf({ row: 'masked', tile: 2, stop: 1 })).toContain(
      'all masked: there is nothing to take in yet. Output so far: 0.00',
    );
    expect(textOf({ row: 'huge', tile: 2, stop: 3 })).toContain('∞ in float32');
    expect(textOf({ row: 'huge', tile: 2, stop: 2 })).not.toContain('∞ in float32');
  });

  it('stays inside the row when a link names a stop that larger tiles do not have', () => {
    expect(stopOf({ row: 'mixed', tile: 4, stop: 7 })).toBe(2);
    expect(textOf({ row: 'mixed', tile: 4, stop: 7 })).toMatch(/^Tile 2 of 2/);
  });

  it('has the numbers of every stop, the answer and the check side by side', () => {
    const { rows: tiles, cell } = tableOf({ row: 'huge', tile: 1, stop: 1 });
    expect(tiles).toHaveLength(keys);
    tiles.forEach((_, at) => expect(Number(cell(at, 4))).toBeCloseTo(Number(cell(at, 5)), 5));
    expect(cell(7, 6)).toBe('∞');
    expect(memory.map(({ all }) => all)).toEqual(['65.5 kB', '4.19 MB', '1.07 GB', '68.7 GB']);
  });
});
