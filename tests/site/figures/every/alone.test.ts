import { describe, expect, it } from 'vitest';
import { sharePage } from '../../site.ts';
import { figures } from './figures.ts';

describe.each(figures)('%s, alone on a page', (name) => {
  // Opened narrow and in the dark, for the first test; the others make room.
  const page = sharePage(`embed/${name}/`, { width: 320, colorScheme: 'dark' });

  // That it keeps the rules of access is tested where its chapter shows it.
  it('fits a frame of 320 pixels', async () => {
    expect(await page().evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('keeps the focus whatever is pressed', async () => {
    await page().setViewportSize({ width: 360, height: 740 });
    await page().emulateMedia({ colorScheme: 'light' });
    await page().reload();
    // Found and focused at once: one that is there while the model is read may be gone a moment later.
    const focusOn = (at: number): Promise<string | undefined> =>
      page().evaluate((at) => {
        const button = [...document.querySelectorAll<HTMLElement>('.figure button:not([aria-disabled=true])')].filter(
          (button) => button.checkVisibility({ visibilityProperty: true }),
        )[at];
        button?.focus();
        return button?.textContent.trim();
      }, at);
    for (let at = 0, said; (said = await focusOn(at)) !== undefined; at++) {
      await page().keyboard.press('Enter');
      await page().waitForTimeout(60);
      expect(await page().evaluate(() => document.activeElement === document.body), said).toBe(false);
    }
  });

  it('can be gone through by keyboard, and left', async () => {
    await page().reload();
    const stops = new Set<string>();
    for (let press = 0; press < 90; press++) {
      await page().keyboard.press('Tab');
      const stop = await page().evaluate(() => {
        const element = document.activeElement!;
        return element === document.body
          ? 'body'
          : element.closest('.origin')
            ? 'origin'
            : String([...document.querySelectorAll('*')].indexOf(element));
      });
      stops.add(stop);
      if (stop === 'origin') break;
    }
    expect(stops).toContain('origin');
    expect(stops.size).toBeGreaterThan(2);
  });

  // After the script has come, which may write other drawings.
  it('has one heading, its title in words, and drawings that lead to their numbers', async () => {
    const title = (await page().locator('.figure .title').textContent())!.trim();
    expect(await page().locator('h1').count()).toBe(1);
    expect(await page().locator(':is(h1, h2).title').count()).toBe(1);
    expect(await page().title()).toMatch(new RegExp(`^${title.replaceAll(/[^\\w ]/g, '.')} · `));
    const astray = await page()
      .locator('[aria-details]')
      .evaluateAll((all) => all.filter((each) => !document.getElementById(each.getAttribute('aria-details')!)).length);
    expect(astray).toBe(0);
  });
});
