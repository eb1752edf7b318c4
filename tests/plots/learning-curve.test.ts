import { describe, expect, it } from 'vitest';
import { learningCurve, type LearningCurve } from '../../components/plots/learning-curve.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: LearningCurve = {
  points: [
    [1, 0.1],
    [50, 0.2],
    [100, 0.9],
  ],
  before: [
    [1, 0.1],
    [200, 0.15],
  ],
  steps: 300,
  domain: [0, 1],
  ticks: [0, 0.5, 1],
  show: String,
  without: { value: 0.17, label: 'a guess: 1 in 6' },
};

describe('learningCurve(data, surface)', () => {
  it('draws the run with a dot where it stands, the earlier one behind it, and what a guess would be', async () => {
    await expectDrawing(learningCurve(data, surface(326)), 'learning-curve');
  });

  it('draws an empty chart before the first step', () => {
    const svg = learningCurve({ ...data, points: [], before: [] }, surface(326));
    expect(svg.querySelectorAll('circle')).toHaveLength(0);
    expect(svg.outerHTML).not.toContain('NaN');
  });

  it('names no more than five or six steps, however many there are', () => {
    for (const steps of [300, 900, 1500]) {
      const svg = learningCurve({ ...data, steps }, surface(326));
      const named = [...svg.querySelectorAll('text')].filter(({ textContent }) => /^\d{2,}$/.test(textContent));
      expect(named.length).toBeGreaterThan(1);
      expect(named.length).toBeLessThan(7);
    }
  });
});
