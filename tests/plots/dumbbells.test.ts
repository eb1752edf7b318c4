import { describe, expect, it } from 'vitest';
import { dumbbells, type Dumbbells } from '../../components/plots/dumbbells.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: Dumbbells = {
  rows: [
    { label: 'bank', places: [-0.5, 0.5] },
    { label: 'bank', places: [0.2, -0.3] },
    { label: 'bat', places: [0.1, 0.1] },
  ],
  ends: ['one', 'other'],
  reach: 1.3,
  step: 14,
  chosen: 1,
};
const rowsOf = (svg: SVGSVGElement) => [...svg.querySelectorAll('[data-row]')];

describe('dumbbells(data, surface)', () => {
  it('draws a line from place to place in each row, and marks below', async () => {
    await expectDrawing(dumbbells({ ...data, marks: [[-1.1, -0.9], [1]] }, surface(326)), 'dumbbells');
  });

  it('dashes what goes to the left, and that alone', () => {
    const dashed = rowsOf(dumbbells(data, surface(326))).map((row) => row.querySelector('[stroke-dasharray]') !== null);
    expect(dashed).toEqual([false, true, false]);
  });

  it('says a label once, and sets that of the chosen row apart', () => {
    const labels = rowsOf(dumbbells(data, surface(326))).flatMap((row) => [...row.querySelectorAll('text')]);
    expect(labels.map((label) => [label.textContent, label.hasAttribute('font-weight')])).toEqual([
      ['bank', true],
      ['bat', false],
    ]);
  });
});
