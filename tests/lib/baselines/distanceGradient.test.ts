import { describe, expect, it } from 'vitest';
import {
  distanceInfluences,
  distanceNorms,
  drawLayers,
  factorPerStep,
  gainBounds,
  inputVariance,
  layers,
  nudge,
} from '../../../lib/baselines/distanceGradient.ts';
import { slopesOf } from './differences.ts';

const asked = { n: 6, d: 3, gain: 0.9, bias: 1, seed: 7 };

describe.each(layers)('a reading by %s', (layer) => {
  const { X, read } = drawLayers(asked);
  const reading = read(layer);

  it('has the slopes that finite differences measure, the query’s too', () => {
    for (const f of [0, 1, 2]) {
      const slope = Float32Array.from({ length: 3 }, (_, at) => Number(at === f));
      const measured = slopesOf(X, (x) => reading.reread(x, 0)[f]!);
      const derived = reading.slopes(slope);
      // Inputs of length 2 bend attention's scores more than a recurrence of small inputs: h⁴/30 · 64, as for attention itself.
      derived.data.forEach((value, at) => expect(Math.abs(value - measured.data[at]!)).toBeLessThan(1e-4));
    }
  });

  it('reads the same from the place where a sequence changed as from its start', () => {
    for (let j = 0; j < 6; j++) {
      const moved = { ...X, data: X.data.with(j * 3 + 1, 0.5) };
      expect(reading.reread(moved, j)).toEqual(reading.reread(moved, 0));
      expect(reading.reread(moved, j)).not.toEqual(reading.output);
    }
    expect(reading.reread(X, 3)).toEqual(reading.output);
  });

  it('moves no further than its Jacobian lets it', () => {
    const [norms, influences] = [distanceNorms(X, reading), distanceInfluences(X, reading, 7)];
    const length = Math.hypot(...reading.output);
    influences.forEach((influence, distance) => {
      const input = Math.hypot(...X.data.subarray((5 - distance) * 3, (6 - distance) * 3));
      expect(influence).toBeGreaterThan(0);
      // Curvature adds of the order of the nudge itself.
      expect(influence).toBeLessThan(((1 + 5 * nudge) * norms[distance]! * nudge * input) / length);
    });
  });
});

describe('the distances of the figure', () => {
  it('never let tanh pass on more than the gain a step', () => {
    for (const gain of [0.5, 0.9, 1, 1.5]) {
      const { X, read } = drawLayers({ n: 48, d: 16, gain, bias: 3, seed: 7 });
      // The bound is ‖WX‖ · gain^k. Its 256 squares sum to 16 times their variance, the root off by 4% on average: 30% is never.
      const norms = distanceNorms(X, read('tanh'));
      norms.forEach((norm, k) => expect(norm).toBeLessThanOrEqual(gain ** k * Math.sqrt(16 * inputVariance) * 1.3));
      expect(factorPerStep(norms)).toBeLessThanOrEqual(gain);
    }
  });

  it('make tanh vanish at a low gain and explode at a high one', () => {
    const far = [0.5, 1.5].map((gain) => {
      const { X, read } = drawLayers({ n: 48, d: 16, gain, bias: 3, seed: 7 });
      const norms = distanceNorms(X, read('tanh'));
      return norms[47]! / norms[0]!;
    });
    expect(far[0]).toBeLessThan(1e-13);
    expect(far[1]).toBeGreaterThan(50);
  });

  it('are read off a line of logarithms', () => {
    expect(factorPerStep([3, 1.5, 0.75, 0.375])).toBeCloseTo(0.5, 12);
    expect(factorPerStep([1, 2, 1])).toBeCloseTo(1, 12);
  });

  it('have a bound of one more factor a step', () => {
    expect(gainBounds(0.5, 4)).toEqual([1, 0.5, 0.25, 0.125]);
  });
});
