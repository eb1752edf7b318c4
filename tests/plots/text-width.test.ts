import { expect, it } from 'vitest';
import { fitText, textWidth } from '../../components/plots/text-width.ts';

it('leaves a Chinese letter more room than a Latin one, and a mark on a letter none', () => {
  expect(textWidth('注意力')).toBeGreaterThan(1.6 * textWidth('abc'));
  expect(textWidth('e\u0301')).toBe(textWidth('e'));
});

it('cuts a text where there is no more room, and only there', () => {
  expect(fitText('bank', 4)).toBe('bank');
  for (const text of ['注意力机制让模型', 'Photosynthesis', '🦄🦄🦄🦄🦄🦄']) {
    const cut = fitText(text, 4);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(4);
    expect(text.startsWith(cut.slice(0, -1))).toBe(true);
  }
});
