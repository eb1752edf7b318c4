import { describe, expect, it } from 'vitest';
import { reachCone, type ReachCone } from '../../components/plots/reach-cone.ts';
import { expectDrawing, surface } from './snapshot.ts';

const data: ReachCone = {
  rows: [
    [false, false, true, false],
    [false, true, true, true],
  ],
  labels: ['The', 'letters', 'are', 'here'],
  output: 2,
  input: 0,
  side: 1,
};

describe('reachCone(data, surface)', () => {
  it('fills what the output can come from, and threads what hands to what', async () => {
    const svg = reachCone(data, surface(300));
    expect(svg.querySelectorAll('rect[fill="var(--weight)"]')).toHaveLength(4);
    expect(svg.querySelectorAll('line')).toHaveLength(3);
    await expectDrawing(svg, 'reach-cone');
  });
  it('marks the input that is looked for, reached or not', () => {
    const marked = reachCone(data, surface(300)).querySelectorAll('rect[stroke="var(--key)"]');
    expect([...marked].map((cell) => cell.getAttribute('data-position'))).toEqual(['0']);
  });
});
