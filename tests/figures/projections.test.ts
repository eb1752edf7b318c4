import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../components/figure/state/state.ts';
import figure from '../../components/figures/projections/figure.ts';
import { readBy } from '../../components/figures/projections/reading.ts';
import { others } from '../../components/figures/projections/state.ts';
import { filled } from '../../lib/training/file.ts';
import { newProjections } from '../../lib/training/projections/study.ts';
import { circlesOf } from '../../lib/training/projections/circles.ts';
import { projectionKinds, type ProjectionKind } from '../../lib/training/projections/kinds.ts';
import type { Transformer } from '../../lib/training/transformer.ts';
import { trainedCards } from '../../src/models.ts';

const models = Object.fromEntries(
  Object.keys(projectionKinds).map((name) => {
    const kind = name as ProjectionKind;
    return [kind, filled(newProjections(kind, 1), readFileSync(`content/models/projections-${kind}-1.bin`))];
  }),
) as Record<ProjectionKind, Transformer>;
const reading = readBy(trainedCards().projections, models);
const shownWith = (other: ProjectionKind) => figure.compute({ ...defaultsOf(figure.state), other }, reading);
const said = (other: ProjectionKind): string =>
  (figure.readout(shownWith(other)) as readonly (string | readonly string[])[])
    .map((part) => (typeof part === 'string' ? part : part[1]))
    .join('');

describe('tied and separate projections', () => {
  test('show a row that was kept out of training, with circles of one, of two and of five', () => {
    expect(circlesOf(reading.names).toSorted()).toEqual([1, 2, 2, 5, 5, 5, 5, 5]);
  });

  test('have rows of weights that sum to one, as far as they are rounded', () => {
    for (const { weights } of Object.values(reading.kinds))
      for (let row = 0; row < 64; row += 8)
        expect(weights.slice(row, row + 8).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
  });

  test('part as the text says: alike up to circles of one, apart from circles of three on', () => {
    const { separate, beside } = shownWith('tied');
    expect(beside.right.lowest[0]).toBeGreaterThan(0.98);
    for (const circle of [2, 3, 4, 5, 6, 7]) {
      expect(separate.right.lowest[circle]).toBeGreaterThan(0.98);
      expect(beside.right.highest[circle]).toBeLessThan(0.7);
    }
  });

  test('are read out both ways, with the same score twice where they are tied', () => {
    for (const other of others)
      expect(said(other)).toMatch(
        /; Q = K.* <?\d\.\d\d and back <?\d\.\d\d \(scores (−?\d+\.\d+) and \1\), and 2 says [A-H]/,
      );
    expect(said('tied')).toMatch(/: separate (0\.9\d|1\.00) and back .* and 2 says B, right; .* wrong\.$/);
  });
});
