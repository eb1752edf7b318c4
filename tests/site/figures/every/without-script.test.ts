import { expect, it } from 'vitest';
import { openPage } from '../../site.ts';
import { chapters, figures, htmlOf } from './figures.ts';

it('every figure is to be seen without a script, where a page shows it, and offers nothing that needs one', async () => {
  const found = new Set<string>();
  for (const chapter of chapters.filter((chapter) => htmlOf(chapter).includes('id="figure-'))) {
    const page = await openPage(chapter, { javaScript: false });
    const seen = await page.locator('.figure').evaluateAll((all) =>
      all.map((figure) => {
        const visible = (selector: string) =>
          [...figure.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0).length;
        return {
          id: figure.id,
          drawn: visible('svg') + figure.querySelectorAll('table').length,
          buttons: visible('.share button'),
        };
      }),
    );
    for (const { id, drawn, buttons } of seen) {
      expect(drawn, id).toBeGreaterThan(0);
      expect(buttons, id).toBe(0);
      found.add(id);
    }
  }
  expect([...found]).toEqual(expect.arrayContaining(figures.map((name) => `figure-${name}`)));
});
