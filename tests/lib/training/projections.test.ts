import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asymmetry } from '../../../lib/analysis/asymmetry.ts';
import { seededNormal, seededRandom } from '../../../lib/random.ts';
import { exact } from '../../../lib/training/exact.ts';
import { fast } from '../../../lib/training/fast.ts';
import { filled } from '../../../lib/training/file.ts';
import type { ProjectionCard } from '../../../lib/training/projections/card.ts';
import { batchOfRows, circlesOf, drawRows, letters, places } from '../../../lib/training/projections/circles.ts';
import { projectionKinds, type ProjectionKind } from '../../../lib/training/projections/kinds.ts';
import { exampleRow, readRow } from '../../../lib/training/projections/map.ts';
import { measureProjections } from '../../../lib/training/projections/measure.ts';
import { newProjections } from '../../../lib/training/projections/study.ts';
import { trainedCards } from '../../../src/models.ts';

const kinds = Object.keys(projectionKinds) as ProjectionKind[];
const cards = trainedCards().projections;
const nameOf = ({ kind, seed }: Pick<ProjectionCard, 'kind' | 'seed'>): string => `projections-${kind}-${seed}`;

describe('Rows', () => {
  const rows = drawRows(3000, seededRandom(1));

  it('name each place once, and ask for the letter of the place that is named', () => {
    for (const { names } of rows) expect(new Set(names).size).toBe(places);
    const { tokens, targets } = batchOfRows([{ names: [1, 0, 2], holds: [5, 6, 7] }]);
    expect([...tokens]).toEqual([1 * letters + 5, 0 * letters + 6, 2 * letters + 7]);
    expect([...targets]).toEqual([6, 5, 7]);
  });

  it('fall into circles, as long as the walk back to where it began', () => {
    expect(circlesOf([0, 2, 1, 4, 5, 3])).toEqual([1, 2, 2, 3, 3, 3]);
  });

  it('of training never name in an order that is kept out of it; about one order in ten is', () => {
    const trained = new Set(rows.map(({ names }) => names.join('')));
    const kept = drawRows(1000, seededRandom(1), true);
    expect(kept.filter(({ names }) => trained.has(names.join('')))).toEqual([]);
    // An order is drawn as often as another: of all that are drawn, so many are kept out.
    const keptOut = new Set(drawRows(20_000, seededRandom(2), true).map(({ names }) => names.join(''))).size;
    expect(keptOut / 40_320).toBeGreaterThan(0.09);
    expect(keptOut / 40_320).toBeLessThan(0.11);
  });
});

describe('What symmetric scores cannot do', () => {
  it('is to be largest at the right place all round a circle of three or more: whoever follows them comes back after two', () => {
    const [normal, n] = [seededNormal(4), 12];
    for (let trial = 0; trial < 200; trial++) {
      const drawn = Array.from({ length: n * n }, normal);
      const score = (i: number, j: number): number => drawn[i * n + j]! + drawn[j * n + i]!;
      const others = Array.from({ length: n }, (_, i) => i);
      const best = others.map((i) => others.reduce((most, j) => (score(i, j) > score(i, most) ? j : most)));
      for (const start of others) {
        let at = start;
        for (let step = 0; step < n; step++) at = best[at]!;
        expect(best[best[at]!]).toBe(at);
      }
    }
  });

  it('holds for the tied models: their scores are the same both ways, and none is above both places’ own', () => {
    for (const kind of kinds.filter((name) => name !== 'separate')) {
      const model = filled(newProjections(kind, 1), readFileSync(`content/models/${nameOf({ kind, seed: 1 })}.bin`));
      const { scores } = readRow(exact, model, exampleRow());
      expect(asymmetry(scores, places)).toBe(0);
      scores.forEach((score, at) => {
        const own = [Math.floor(at / places), at % places].map((place) => scores[place * places + place]!);
        expect(score).toBeLessThanOrEqual(Math.max(...own) + 1e-6);
      });
    }
  });
});

describe('The models', () => {
  const parameters = (kind: ProjectionKind): number => newProjections(kind, 1).parameters.values.length;

  it('have one matrix less where they are tied, and the wider one no fewer parameters than the separate one', () => {
    const one = 32 * 32 + 32;
    expect(parameters('tied')).toBe(parameters('separate') - one);
    expect(parameters('one')).toBe(parameters('separate') - 2 * one);
    expect(parameters('wider')).toBeGreaterThanOrEqual(parameters('separate'));
  });

  it('are measured, each kind from the same seeds, on the same rows', () => {
    const seedsOf = (kind: string) => cards.filter((card) => card.kind === kind).map(({ seed }) => seed);
    for (const kind of kinds) expect(seedsOf(kind)).toEqual([1, 2, 3, 4, 5]);
    expect(cards.length).toBe(5 * kinds.length);
    expect(new Set(cards.map(({ heldOut }) => JSON.stringify(heldOut))).size).toBe(1);
    expect(new Set(cards.map(({ sha256 }) => sha256)).size).toBe(cards.length);
  });

  it.each(cards.map((card) => [nameOf(card), card] as const))(
    '%s does as well as its card says, to the last letter',
    (_, card) => {
      const model = filled(newProjections(card.kind, card.seed), readFileSync(`content/models/${nameOf(card)}.bin`));
      const { right, byCircle, lookByCircle, selfByCircle, parameters } = card;
      expect(model.parameters.values.length).toBe(parameters);
      expect(measureProjections(fast(), model)).toEqual({ right, byCircle, lookByCircle, selfByCircle });
    },
  );
});
