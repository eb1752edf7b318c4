import { expect, it } from 'vitest';
import { heatmap } from '../../components/plots/heatmap.ts';
import { outlineCells } from '../../components/plots/outline-cells.ts';
import { surface } from './snapshot.ts';

it('outlines the cells it is told of, inside their edges, and leaves the pointer to them', () => {
  const map = heatmap({ queries: ['a', 'b'], keys: ['a', 'b'], weights: [1, 0, 0.5, 0.5], max: 1 }, surface(326));
  const lines = [...outlineCells(map, [1, 2]).querySelectorAll('.moved')];
  expect(lines).toHaveLength(2);
  const at = (element: Element, name: string): number => Number(element.getAttribute(name));
  for (const [line, place] of [
    [lines[0]!, '[data-query="0"][data-key="1"]'],
    [lines[1]!, '[data-query="1"][data-key="0"]'],
  ] as const) {
    const cell = map.querySelector(`rect${place}`)!;
    for (const side of ['x', 'y']) expect(at(line, side)).toBeCloseTo(at(cell, side) + 1.5, 0);
    expect(line.getAttribute('pointer-events')).toBe('none');
    expect(line.hasAttribute('data-query')).toBe(false);
  }
});
