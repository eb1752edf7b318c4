import { describe, expect, it } from 'vitest';
import { parseHTML } from 'linkedom';
import { arcs, arcsOf, between, type Box } from '../../components/plots/arcs.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const box = (x: number, y: number): Box => ({ x, y, width: 2, height: 1 });
const line = [box(0, 2), box(3, 2), box(6, 2)];

describe('arcs over words', () => {
  it('lead from the middle of one word to the middle of each that it looks at, and not to itself', () => {
    const all = arcsOf(line, 1, [0.2, 0.5, 0.3]);
    expect(all.map(({ from, to }) => [from, to])).toEqual([
      [
        [4, 2],
        [1, 2],
      ],
      [
        [4, 2],
        [4, 2],
      ],
      [
        [4, 2],
        [7, 2],
      ],
    ]);
    expect(all[1]!.thickness).toBe(0);
    expect(all[2]!.thickness / all[0]!.thickness).toBeCloseTo(1.5);
  });

  it('stay in the room above their line', () => {
    for (const { pull, thickness } of arcsOf(line, 0, [0, 0.9, 0.1]))
      expect(2 - ((2 - pull) * 3) / 4 - thickness / 2).toBeGreaterThanOrEqual(0);
  });

  it('pass between lines from one line to another, and over the words of a lower one under the upper', () => {
    const two = [box(0, 1), box(3, 1), box(0, 3), box(3, 3)];
    const [up, , , beside] = arcsOf(two, 2, [0.4, 0.1, 0.1, 0.4]);
    expect([up!.from[1], up!.to[1], up!.pull]).toEqual([3, 2, 2.5]);
    expect(beside!.pull).toBeLessThan(3);
    expect(3 - ((3 - beside!.pull) * 3) / 4 - beside!.thickness / 2).toBeGreaterThanOrEqual(2);
  });

  it('swing over word by word, and those without a word in the other sentence come from nothing', () => {
    const before = arcsOf(line, 0, [0, 0.4, 0.6]);
    const after = arcsOf(line.slice(0, 2), 0, [0, 0.8]);
    expect(between(before, after, 0)).toEqual(before);
    expect(between(before, after, 1).slice(0, 2)).toEqual(after);
    expect(between(before, after, 1)[2]!.thickness).toBe(0);
    expect(between(before, after, 0.5)[1]!.thickness).toBeCloseTo((before[1]!.thickness + after[1]!.thickness) / 2);
  });

  it('are drawn only where there is something to see', () => {
    const svg = arcs(arcsOf(line, 1, [0.2, 0.79, 0.01]), 3, { document, width: 8 });
    expect([...svg.querySelectorAll('path')].map((path) => path.getAttribute('data-key'))).toEqual(['0']);
    expect(svg.getAttribute('width')).toBe('8.00em');
  });
});
