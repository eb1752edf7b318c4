import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../lib/random.ts';
import { exact } from '../../../lib/training/exact.ts';
import { fast } from '../../../lib/training/fast.ts';
import { filled } from '../../../lib/training/file.ts';
import { read } from '../../../lib/training/transformer.ts';
import type { WindowCard } from '../../../lib/training/window/card.ts';
import { windowKinds, type Kind, type WindowKind } from '../../../lib/training/window/kinds.ts';
import {
  answerTo,
  batchOfLines,
  drawLines,
  length,
  letters,
  places,
  tokens,
  type Line,
} from '../../../lib/training/window/lines.ts';
import { exampleLine, readLine } from '../../../lib/training/window/map.ts';
import { measureWindowed } from '../../../lib/training/window/measure.ts';
import { newWindowed } from '../../../lib/training/window/study.ts';
import { trainedCards } from '../../../src/models.ts';

const kinds = Object.keys(windowKinds) as WindowKind[];
const cards = trainedCards().windows;
const modelOf = (kind: WindowKind, seed = 1) =>
  filled(newWindowed(kind, seed), readFileSync(`content/models/window-${kind}-${seed}.bin`));

describe('Lines', () => {
  it('ask, behind the letters, for the one that stood so many places back', () => {
    const holds = [7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4];
    expect([1, 2, 12].map((back) => answerTo({ holds, back }))).toEqual([4, 5, 7]);
    const batch = batchOfLines([{ holds, back: 2 }]);
    expect([...batch.tokens]).toEqual([...holds, letters + 1]);
    expect([...batch.targets]).toEqual([...holds.map(() => -1), 5]);
  });

  it('of training never are among those that are kept out of it; about one in ten is', () => {
    const named = ({ holds, back }: Line): string => [...holds, back].join(' ');
    const drawn = drawLines(3000, seededRandom(1));
    const kept = drawLines(300, seededRandom(1), true);
    const trained = new Set(drawn.map(named));
    expect(kept.filter((line) => trained.has(named(line)))).toEqual([]);
    // Both go through the same draws: what the one leaves, the other takes.
    const random = seededRandom(2);
    const before = drawLines(2000, random).length;
    const all = seededRandom(2);
    let draws = 0;
    drawLines(before, () => (draws++, all()));
    expect(before / (draws / (places + 1))).toBeGreaterThan(0.87);
    expect(before / (draws / (places + 1))).toBeLessThan(0.93);
  });
});

describe('What a window cannot do', () => {
  it.each(kinds)(
    '%s: the answer does not change with a letter further away than it reaches, and may with one that is nearer',
    (kind) => {
      const { window = places, layers }: Kind = windowKinds[kind];
      const model = modelOf(kind);
      const said = (line: Line): string => {
        const { logits } = read(exact, model, batchOfLines([line]).tokens);
        return logits.data.subarray(places * tokens).join(' ');
      };
      const holds = exampleLine();
      for (let back = 1; back <= places; back++) {
        const changed = holds.with(-back, (holds.at(-back)! + 1) % letters);
        const isSame = said({ holds, back }) === said({ holds: changed, back });
        expect(isSame).toBe(back > window * layers);
      }
    },
  );

  it('is to look there: all weight lies inside, in rows that sum to one', () => {
    for (const kind of kinds) {
      const { window = places }: Kind = windowKinds[kind];
      const { weights } = readLine(exact, modelOf(kind), exampleLine());
      for (let row = 0; row < places; row++) {
        const ofRow = weights.slice(row * length, (row + 1) * length);
        expect(ofRow.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
        expect(ofRow.slice(0, places - window).every((weight) => weight === 0)).toBe(true);
      }
    }
  });
});

describe('The models', () => {
  it('are measured, each kind from the same seeds, on the same lines', () => {
    const seedsOf = (kind: string) => cards.filter((card) => card.kind === kind).map(({ seed }) => seed);
    for (const kind of kinds) expect(seedsOf(kind)).toEqual([1, 2, 3, 4, 5]);
    expect(cards.length).toBe(5 * kinds.length);
    expect(new Set(cards.map(({ heldOut }) => JSON.stringify(heldOut))).size).toBe(1);
    expect(new Set(cards.map(({ sha256 }) => sha256)).size).toBe(cards.length);
  });

  it.each(cards)('$kind, seed $seed, does as well as its card says, to the last letter', (card: WindowCard) => {
    const { kind, seed, right, byDistance, parameters } = card;
    const model = modelOf(kind, seed);
    expect(model.parameters.values.length).toBe(parameters);
    expect(measureWindowed(fast(), model)).toEqual({ right, byDistance });
  });

  it('are right where their window reaches, in one layer, for every seed; and by luck only where no layer does', () => {
    for (const { kind, byDistance } of cards) {
      const { window = places, layers }: Kind = windowKinds[kind];
      for (const share of byDistance.slice(0, window)) expect(share).toBeGreaterThan(0.95);
      for (const share of byDistance.slice(window * layers)) expect(share).toBeLessThan(0.22);
    }
  });
});
