import { describe, expect, it } from 'vitest';
import { timings, type At, type Timings } from '../../components/plots/timings.ts';
import { expectDrawing, surface } from './snapshot.ts';

const lengths = [32, 64, 128, 256, 512];
const points = (value: (n: number) => number, count = lengths.length): At[] =>
  lengths.slice(0, count).map((n) => [n, value(n)]);
const data: Timings = {
  lengths: [32, 32_768],
  domain: [0.1, 1000],
  ticks: { '1 ms': 1, '10 ms': 10, '0.1 s': 100, '100 s': 1e5 },
  timings: [
    {
      id: 'a',
      label: 'standard',
      mark: 'disc',
      points: points((n) => n ** 2 / 1e3),
      fitted: [
        [64, 4],
        [512, 260],
      ],
      theory: [
        [64, 4.096],
        [512, 262.144],
      ],
    },
    { id: 'b', label: 'tiled', mark: 'diamond', points: points((n) => n ** 2 / 1.1e3) },
    { id: 'c', label: 'causal', mark: 'triangle', points: points((n) => n ** 2 / 2e3, 4) },
    { id: 'd', label: 'windowed', mark: 'square', points: [...points((n) => n / 10), [32_768, 900]] },
    { id: 'e', label: 'recurrence', mark: 'cross', points: [...points((n) => n / 11), [32_768, 850]] },
    {
      id: 'g',
      label: 'kernel',
      mark: 'star',
      points: [
        [512, 4],
        [8192, 260],
      ],
    },
    { id: 'f', label: 'not yet', mark: 'disc', points: [] },
  ],
};

const labels = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll('text[font-weight="600"]')].map((text) => ({
    text: text.textContent,
    x: Number(text.getAttribute('x')),
    y: Number(text.getAttribute('y')),
  }));
/** A bold letter is about 6.5 pixels wide. */
const endOf = ({ text, x }: ReturnType<typeof labels>[number]): number => x + 6.5 * text.length;

describe('timings(data, surface)', () => {
  it('draws points, fitted lines over theory, and names each at its end', async () => {
    await expectDrawing(timings(data, surface(326)), 'timings');
  });

  it('names what has points, and keeps names apart and within the drawing', () => {
    for (const width of [290, 326, 620]) {
      const named = labels(timings(data, surface(width)));
      expect(named.map(({ text }) => text).toSorted()).toEqual([
        'causal',
        'kernel',
        'recurrence',
        'standard',
        'tiled',
        'windowed',
      ]);
      for (const [i, a] of named.entries())
        for (const b of named.slice(i + 1))
          if (a.x < endOf(b) && b.x < endOf(a)) expect(Math.abs(a.y - b.y)).toBeGreaterThan(13);
      for (const label of named) {
        expect(endOf(label)).toBeLessThanOrEqual(width);
        expect(label.y).toBeGreaterThan(10);
        expect(label.y).toBeLessThan(320);
      }
    }
  });

  it('keeps a name off the points of others, where its line ends among them', () => {
    const others: At[] = [
      [8192, 260],
      [16_384, 280],
      [32_768, 300],
    ];
    const svg = timings(
      {
        ...data,
        timings: [
          { id: 'a', label: 'kernel', mark: 'star', points: [[8192, 260]] },
          { id: 'b', label: 'windowed', mark: 'square', points: others },
        ],
      },
      surface(620),
    );
    const dots = [...svg.outerHTML.matchAll(/translate\(([\d.]+),([\d.]+)\)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    expect(dots.length).toBeGreaterThanOrEqual(4);
    for (const label of labels(svg))
      for (const { x, y } of dots)
        expect(x > label.x && x < endOf(label) && Math.abs(y - (label.y - 4)) < 10, `${label.text} on ${x}, ${y}`).toBe(
          false,
        );
  });

  it('takes off the labels that accessibility checks refuse', () => {
    expect(timings(data, surface(326)).querySelectorAll('g[aria-label]')).toHaveLength(0);
  });
});
