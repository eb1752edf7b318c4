import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersToReach, reach } from '../../../lib/complexity/reach.ts';

describe('reach(n, layers, side)', () => {
  it('is layers × side positions to either side, and not one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (n, layers, side) => {
          reach(n, layers, side).forEach((row, output) =>
            row.forEach((may, input) => expect(may).toBe(Math.abs(output - input) <= layers * side)),
          );
        },
      ),
    );
  });
  it('is everything, after one layer that sees everything', () => {
    expect(reach(6, 1, Infinity).flat().every(Boolean)).toBe(true);
  });
  it('refuses what is no number of layers or positions', () => {
    expect(() => reach(0, 1, 1)).toThrow(/at least 1 position/);
    expect(() => reach(3, 1.5, 1)).toThrow(/whole numbers/);
  });
});

describe('layersToReach(distance, side)', () => {
  it('is the least number of layers whose reach holds the distance', () => {
    for (const side of [1, 2, 3])
      for (let distance = 0; distance < 12; distance++) {
        const layers = layersToReach(distance, side);
        expect(reach(12, layers, side)[0]![distance]).toBe(true);
        if (layers > 0) expect(reach(12, layers - 1, side)[0]![distance]).toBe(false);
      }
    expect(layersToReach(5, Infinity)).toBe(1);
  });
});
