import { plainText } from '../../components/figure/phrase.ts';
import { describe, expect, it } from 'vitest';
import { textOf as written } from '../../components/figure/number-table.ts';
import { asymmetryOf, compute, readout, tables } from '../../components/figures/asks-and-is-asked/figure.ts';

const scores = Float32Array.of(1, 1.84, -0.31, 2);
const layer = { weights: [], scores: [scores], similarity: Float32Array.of(3, 0.5, 0.5, 4) };
const reading = {
  text: 'bank money',
  pieces: ['▁bank', '▁money'],
  ids: [0, 1],
  tokens: 2,
  leftOut: '',
  layers: [layer, layer],
};
const asked = (query?: number, key?: number) => compute({ layer: 2, head: 1, query, key }, reading);
const say = (query: number, key: number): string => plainText(readout(asked(query, key)));

describe('who asks, and who is asked', () => {
  it('is told in words, both ways', () => {
    expect(say(0, 1)).toBe('bank asks money: 1.84; money asks bank: −0.31. Compared as they are, both ways: 0.50');
    expect(say(1, 1)).toBe('money asks itself: 2.00. Compared as it is: 4.00');
  });

  it('begins at the pair that differs most, and knows similarity for symmetric', () => {
    expect(asked().cell).toEqual([0, 1]);
    expect(asymmetryOf(asked().asked)).toBe('0.61');
    expect(asymmetryOf(asked().alike)).toBe('0');
  });

  it('has both matrices in its tables', () => {
    expect(tables(asked()).map(({ cell }) => written(cell(1, 0)))).toEqual(['−0.31', '0.50']);
  });
});
