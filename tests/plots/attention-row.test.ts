import { expect, it } from 'vitest';
import { attentionRow } from '../../components/plots/attention-row.ts';
import { expectDrawing, surface } from './snapshot.ts';

it('attentionRow draws a bar a key and names the strongest', async () => {
  const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const weights = keys.map((_, index) => (index === 7 ? 0.61 : 0.01));
  const svg = attentionRow({ keys, weights, max: 0.61 }, surface(600));
  expect(svg.textContent).toContain('k7');
  expect(svg.querySelectorAll('rect')).toHaveLength(40);
  await expectDrawing(svg, 'attention-row');
});

it('attentionRow writes no name on another: of neighbours that are alike it names the stronger', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const weights = keys.map((_, index) => ({ 7: 0.61, 20: 0.08, 21: 0.07, 30: 0.06, 31: 0.5 })[index] ?? 0);
  const svg = attentionRow({ keys, weights, max: 0.61 }, surface(276));
  const names = svg.textContent.match(/k\d+/g)!;
  expect(names).toEqual(expect.arrayContaining(['k7', 'k31', 'k20', 'k30']));
  expect(names).not.toContain('k21');
});
