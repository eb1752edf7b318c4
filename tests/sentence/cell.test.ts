import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import heatmap from '../../components/figures/generate-heatmap/figure.ts';
import masks from '../../components/figures/masks/figure.ts';
import { changeBy } from '../../components/figure/change.ts';
import { plainText } from '../../components/figure/phrase.ts';
import { defaultsOf } from '../../components/figure/state/state.ts';
import { cellOf } from '../../components/sentence/cell.ts';
import { encode, readingOf, tokenize, type Reading } from '../../lib/encoder/index.ts';
import { loadEncoder, packedModel } from '../../src/encoder/packed-model.ts';

describe('the cell that is shown', () => {
  const weights = [0.6, 0.3, 0.1, 0.1, 0.8, 0.1, 0.7, 0.1, 0.2];

  it('is the pair that stands out, before any is chosen', () => {
    expect(cellOf({}, weights, 3)).toEqual([2, 0]);
    expect(cellOf({}, weights, 3, { query: 1, key: 2 })).toEqual([1, 2]);
  });
  it('is the strongest other key of a row chosen alone', () => {
    expect(cellOf({ query: 0 }, weights, 3)).toEqual([0, 1]);
    expect(cellOf({ query: 1 }, weights, 3)).toEqual([1, 0]);
  });
  it('keeps a key that was chosen', () => {
    expect(cellOf({ query: 0, key: 2 }, weights, 3)).toEqual([0, 2]);
    expect(cellOf({ key: 1 }, weights, 3)).toEqual([2, 1]);
  });
  it('is the word itself where there is no other', () => {
    expect(cellOf({ query: 0 }, [1], 1)).toEqual([0, 0]);
  });
});

describe('another query', () => {
  const readings: Record<string, Reading> = {};
  beforeAll(async () => {
    const { weights, vocabulary } = await loadEncoder(packedModel(resolve('.cache/encoder')));
    for (const text of ['I went to the bank to deposit money', 'The cat sat on the mat because it was tired']) {
      const tokens = tokenize(text, vocabulary);
      readings[text] = readingOf(text, tokens, encode(tokens.ids, weights));
    }
  });

  it('does not keep the key that was chosen for the last one', () => {
    for (const { id, state } of [heatmap, masks]) {
      const chosen = { ...defaultsOf(state), query: 2, key: 5 };
      const control = { type: 'radio', value: '4', dataset: { field: 'query' } } as unknown as HTMLInputElement;
      const figure = id === 'masks' ? masks : heatmap;
      const change = changeBy(figure, chosen, undefined, { kind: 'set', control });
      expect(change, id).toEqual({ query: 4, key: undefined });
    }
  });
  it('asks for the strongest other word of its row', () => {
    const reading = readings['I went to the bank to deposit money']!;
    const told = (query: number): string =>
      plainText(heatmap.readout(heatmap.compute({ ...defaultsOf(heatmap.state), query }, reading)));
    expect(told(4)).toContain('query bank attends to key money');
    expect(told(7)).toContain('query money attends to key bank');
    const open = masks.compute({ ...defaultsOf(masks.state), mask: 'none', query: 7 }, reading);
    expect(plainText(masks.readout(open))).toContain('query money attends to key bank');
  });
});
