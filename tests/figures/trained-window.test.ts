import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../components/figure/state/state.ts';
import figure from '../../components/figures/trained-window/figure.ts';
import { readBy } from '../../components/figures/trained-window/reading.ts';
import { others } from '../../components/figures/trained-window/state.ts';
import type { Transformer } from '../../lib/training/transformer.ts';
import { filled } from '../../lib/training/file.ts';
import { newWindowed } from '../../lib/training/window/study.ts';
import { windowKinds, type WindowKind } from '../../lib/training/window/kinds.ts';
import { trainedCards } from '../../src/models.ts';

const models = Object.fromEntries(
  Object.keys(windowKinds).map((name) => {
    const kind = name as WindowKind;
    return [kind, filled(newWindowed(kind, 1), readFileSync(`content/models/window-${kind}-1.bin`))];
  }),
) as Record<WindowKind, Transformer>;
const reading = readBy(trainedCards().windows, models);
const shownAt = (other: WindowKind, back: number) =>
  figure.compute({ ...defaultsOf(figure.state), other, distance: back - 1 }, reading);
const said = (other: WindowKind, back: number): string =>
  (figure.readout(shownAt(other, back)) as readonly (string | readonly string[])[])
    .map((part) => (typeof part === 'string' ? part : part[1]))
    .join('');

describe('a window, trained', () => {
  test('crosses out what the question cannot see in one layer, and nothing where it sees every place', () => {
    for (const other of others) {
      const { all, beside } = shownAt(other, 6);
      expect(all.allowed.includes(0)).toBe(false);
      beside.weights.forEach((weight, cell) => {
        if (beside.allowed[cell] === 0) expect(weight).toBe(0);
      });
      expect(beside.allowed.filter((may) => may === 1).length).toBe(12 * (beside.window + 1));
    }
  });

  test('is read out: right as far as it reaches, luck beyond', () => {
    expect(said('four', 4)).toMatch(/^4 back, right are: every place 100 %.*a window of 4 100 %.*right\.$/);
    expect(said('four', 6)).toMatch(
      /^6 back, right are: every place 100 % .*; a window of 4 1\d %.* the question for 6 back looks at [A-H], 6 back: every place .*right; a window of 4 gives that place 0\.00 and says [A-H]/,
    );
  });
});
