import { describe, expect, test } from 'vitest';
import { resize, widths } from '../../site.ts';
import { violations } from '../../violations.ts';
import { figure, open, stop, next } from './page.ts';

describe('the stepper, to the eye,', () => {
  test('is whole without a script: every matrix in full ink, the first step told', async () => {
    const page = await open({ javaScript: false });
    expect(await page.locator(`${figure} table.matrix`).count()).toBe(11);
    expect(await page.locator(`${figure} [name=play]`).isVisible()).toBe(false);
    expect(await page.locator('td.sum').allTextContents()).toEqual(['1.00', '1.00', '1.00']);
    const [now, later] = await page
      .locator(`${figure} :is([data-matrix=X], [data-matrix=weights]) tbody th`)
      .evaluateAll((all) => [all[0]!, all.at(-1)!].map((each) => getComputedStyle(each).color));
    expect(later).toBe(now);
  });

  test('dims what is not reached, and leaves it legible', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await expect.poll(() => page.locator(`${figure} .stage.later`).count()).toBe(5);
    expect(await violations(page, { within: figure })).toEqual([]);
  });

  test('stands whole on one screen of a laptop, with its controls and its read-out', async () => {
    const page = await open({ width: 1440, reducedMotion: 'reduce' });
    for (let step = 1; step <= 6; step++) {
      await expect.poll(() => stop(page)).toContain(`Step ${step} of 6`);
      const { height, bar, beyond } = await page.evaluate((tag) => {
        const box = (part: string): DOMRect => document.querySelector(`${tag} ${part}`)!.getBoundingClientRect();
        const tables = [...document.querySelectorAll(`${tag} .area table`)].map(
          (table) => table.getBoundingClientRect().right,
        );
        return {
          height: box('.area').bottom + box('.readout').height - box('.figure').top,
          bar: parseFloat(getComputedStyle(document.querySelector(`${tag} .controls`)!).top),
          beyond: Math.max(...tables) - box('.figure').right,
        };
      }, figure);
      expect(height + bar).toBeLessThanOrEqual(900);
      expect(beyond).toBeLessThanOrEqual(1);
      await next(page, 1);
    }
  });

  test('has labels of 10 to 14 px at every width', async () => {
    const page = await open({ width: 360 });
    const sizes = (parts: string): Promise<number[]> =>
      page
        .locator(`${figure} .area :is(${parts})`)
        .evaluateAll((all) =>
          all
            .filter((each) => each.getClientRects().length > 0)
            .map((each) => parseFloat(getComputedStyle(each).fontSize)),
        );
    for (const width of widths) {
      await resize(page, width);
      expect(Math.max(...(await sizes('th'))), `${width}`).toBeLessThanOrEqual(14);
      const small = await sizes('th, td, td > *, caption, .then, .legend-cells, sub');
      expect(Math.min(...small), `${width}`).toBeGreaterThanOrEqual(10);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
