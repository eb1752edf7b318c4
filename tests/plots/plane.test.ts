import { describe, expect, it } from 'vitest';
import { plane, shareOf, type Plane } from '../../components/plots/plane.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Plane = {
  arrows: [
    { kind: 'query', label: 'dogs', at: [1, 1], movable: true, chosen: true },
    { kind: 'key', label: 'cats', at: [-1.5, -0.5] },
    { kind: 'key', label: 'near', at: [0, 0], movable: true },
  ],
  extent: 2,
  ends: { left: 'nature', right: 'city', top: 'food', bottom: 'technology' },
  labels: 'around',
};

describe('plane(data, surface)', () => {
  it('draws queries solid and full, keys dashed and hollow', async () => {
    const svg = plane(data, surface(300));
    const [query, key] = ['query', 'key'].map(
      (kind) => svg.querySelector(`[data-kind=${kind}]:has(line)`) ?? svg.querySelector(`[data-kind=${kind}]`)!,
    );
    expect(query!.querySelector('line')!.hasAttribute('stroke-dasharray')).toBe(false);
    expect(query!.querySelector('polygon')!.getAttribute('fill')).toBe('var(--query)');
    expect(key!.querySelector('line')!.hasAttribute('stroke-dasharray')).toBe(true);
    expect(key!.querySelector('polygon')!.getAttribute('fill')).toBe('var(--sheet)');
    await expectDrawing(svg, 'plane');
  });

  it('draws the one in hand last, on top of the others', () => {
    const labels = [...plane(data, surface(300)).querySelectorAll('.arrow text')].map((text) => text.textContent);
    expect(labels).toEqual(['cats', 'near', 'dogs']);
  });

  it('rings what can be moved, and nothing else', () => {
    expect(plane(data, surface(300)).querySelectorAll('.ring')).toHaveLength(2);
  });

  it('keeps labels inside, of arrows that end at the edge too', () => {
    for (const at of [
      [2, 2],
      [-2, 2],
      [-2, -2],
      [2, -2],
    ] as const) {
      const svg = plane(
        { ...data, arrows: [{ kind: 'query', label: 'photosynthesis', at, movable: true }] },
        surface(300),
      );
      const label = svg.querySelector('.arrow text')!;
      expect(Number(label.getAttribute('x'))).toBeGreaterThan(45);
      expect(Number(label.getAttribute('x'))).toBeLessThan(255);
      expect(Number(label.getAttribute('y'))).toBeGreaterThan(10);
      expect(Number(label.getAttribute('y'))).toBeLessThan(300);
    }
  });

  it('has a drawing for an arrow without length', () => {
    expect(plane(data, surface(300)).outerHTML).not.toContain('NaN');
  });
});

describe('shareOf(coordinate, extent)', () => {
  it('runs from 0 at −extent to 1 at extent', () => {
    expect([-2, 0, 1, 2].map((coordinate) => shareOf(coordinate, 2))).toEqual([0, 0.5, 0.75, 1]);
  });
});
