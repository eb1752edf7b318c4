import { describe, expect, it } from 'vitest';
import { directions } from '../../components/plots/directions.ts';
import { mapPair } from '../../components/plots/map-pair.ts';
import { showNumber } from '../../components/plots/number.ts';
import { expectDrawing, surface } from './snapshot.ts';

describe('mapPair(data, surface)', () => {
  const data = {
    labels: ['dogs', 'sleep'],
    maps: [
      { title: 'yours', weights: [0.9, 0.1, 0.003, 0.997] },
      { title: 'target', weights: [1, 0, 0, 1] },
    ],
  } as const;

  it('draws both maps in one scale of colour', async () => {
    const svg = mapPair({ ...data, framed: { query: 0, key: 1 } }, surface(344));
    const fills = (title: string): (string | null)[] =>
      [...svg.querySelectorAll(`[data-map=${title}] rect:not(.framed)`)].map((cell) => cell.getAttribute('fill'));
    expect(fills('yours')[0]).toContain(' 90.0%');
    expect(fills('target')[0]).toContain(' 100.0%');
    await expectDrawing(svg, 'map-pair');
  });

  it('frames the same cell in both, or none', () => {
    const framed = mapPair({ ...data, framed: { query: 0, key: 1 } }, surface(344)).querySelectorAll('.framed');
    expect(framed).toHaveLength(2);
    expect(framed[0]!.getAttribute('y')).toBe(framed[1]!.getAttribute('y'));
    expect(mapPair(data, surface(344)).querySelectorAll('.framed')).toHaveLength(0);
  });
});

describe('directions(data, surface)', () => {
  it('draws what is there filled, and what is needed outlined', async () => {
    const svg = directions(
      { yours: [2.2, 2.2, 0, 0], needed: [1.6, 1.6, 1.6, 0], note: 'filled yours, outlined needed' },
      surface(344),
    );
    expect(svg.querySelectorAll('.yours')).toHaveLength(3);
    expect([...svg.querySelectorAll('.needed')].map((bar) => Number(bar.getAttribute('height')) > 10)).toEqual([
      true,
      true,
      true,
    ]);
    expect(Number(svg.querySelectorAll('.yours')[2]!.getAttribute('height'))).toBe(0);
    await expectDrawing(svg, 'directions');
  });

  it('draws only what is there where nothing finite is needed', () => {
    const svg = directions({ yours: [8, 6, 0, 0], needed: undefined, note: '' }, surface(344));
    expect(svg.querySelectorAll('.needed')).toHaveLength(0);
  });
});

describe('showNumber(value, decimals)', () => {
  it('writes a true minus, and none before nought', () => {
    expect([1.005, -2.5, -0.001, 0].map((value) => showNumber(value))).toEqual(['1.00', '−2.50', '0.00', '0.00']);
  });
});
