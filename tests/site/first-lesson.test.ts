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

  test('is read on a phone in 24 screens at most, and its references are a tap away', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    await page.setViewportSize({ width: 360, height: 740 });
    // Whatever has not been in sight yet is laid out too.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height / 740).toBeLessThanOrEqual(24);
    const references = page.locator('.references li').first();
    expect(await references.isVisible()).toBe(false);
    await page.locator('.references summary').click();
    expect(await references.isVisible()).toBe(true);
  });

  test('shows on a phone one map of a figure at a time, on paper and on a desk all', async () => {
    const page = await openPage('attention/plain-english/', { width: 360 });
    const places = () =>
      page.locator('#figure-shuffle .pane').evaluateAll((panes) =>
        panes.flatMap((pane) => {
          const { bottom, width } = pane.getBoundingClientRect();
          const { top } = pane.closest('.figure')!.getBoundingClientRect();
          return getComputedStyle(pane).visibility === 'visible'
            ? [[pane.getAttribute('data-pane'), Math.round(bottom - top), width > 270] as const]
            : [];
        }),
      );
    const figure = page.locator('#figure-shuffle');
    await figure.scrollIntoViewIfNeeded();
    const [written] = await places();
    expect(written![0]).toBe('written');
    for (const [tab, pane] of [
      ['Shuffled', 'read'],
      ['Put back', 'back'],
    ] as const) {
      await figure.getByRole('radio', { name: tab }).check();
      expect(await places()).toEqual([[pane, written![1], true]]);
    }
    await figure.getByRole('radio', { name: 'As written' }).check();
    // What is seen to go home is what stands there; the press that brings the code moves nothing.
    await expect
      .poll(async () => {
        await figure.getByRole('button', { name: 'Shuffle', exact: true }).click();
        return (await places()).map(([pane]) => pane);
      })
      .toEqual(['back']);
    await page.emulateMedia({ media: 'print' });
    expect(await places()).toHaveLength(3);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await places()).toHaveLength(3);
    expect(await figure.getByRole('radio', { name: 'Put back' }).isVisible()).toBe(false);
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

test.each([
  ['code', 37],
  ['academic', 47],
])('the %s chapter is read on a phone in %i screens at most', async (register, most) => {
  // Letters that come late are left out for good, and those in their place run longer: so it is measured without them.
  const page = await openPage(`attention/${register}/`, {
    width: 360,
    expectErrors: true,
    before: (page) => page.route('**/*.woff2', (route) => route.abort()),
  });
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight)).toBeLessThanOrEqual(most);
});
