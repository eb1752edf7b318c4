import { describe, expect, test } from 'vitest';
import { openPage } from './site.ts';

/** The bar that stays at the top while a reader scrolls. */
const bar = 60;

describe('plain English, for someone who has never seen a neural network', () => {
  test('lets each figure be seen with its controls on one screen', async () => {
    const page = await openPage('attention/plain-english/', { width: 1440 });
    const heights = await page.locator('figure.figure').evaluateAll((figures) =>
      figures.map((figure) => {
        const from = figure.getBoundingClientRect().top;
        return [
          figure.id,
          Math.round(figure.querySelector('.readout')!.getBoundingClientRect().bottom - from),
        ] as const;
      }),
    );
    expect(heights.length).toBeGreaterThan(6);
    expect(heights.filter(([, height]) => height > 900 - bar)).toEqual([]);
  });

  test('shows no formula before each of its parts is known', async () => {
    const page = await openPage('attention/plain-english/');
    const before = await page
      .locator('.katex')
      .first()
      .evaluate((formula) => {
        const headings = [...document.querySelectorAll('main h2')];
        return headings.filter((each) => each.compareDocumentPosition(formula) & Node.DOCUMENT_POSITION_FOLLOWING)
          .length;
      });
    expect(before).toBe(4);
    expect(await page.locator('live-library-shelf').textContent()).not.toMatch(/√|÷|·\s*k/);
  });
});
