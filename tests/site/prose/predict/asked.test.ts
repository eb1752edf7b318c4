import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chapters, openPage } from '../../site.ts';
import { chapter, check, choice, number } from './page.ts';

describe('what is asked', () => {
  test('is a question, its options and a folded answer without JavaScript', async () => {
    const page = await openPage(chapter, { javaScript: false });
    expect(await choice(page).getByRole('listitem').allInnerTexts()).toHaveLength(3);
    expect(await page.locator('predict-first').locator('input:visible, button:visible, .scale:visible').count()).toBe(
      0,
    );
    await choice(page).locator('summary').click();
    expect(await choice(page).locator('.truth').innerText()).toBe('Their ratios stay');
    expect(await choice(page).locator('.because').first().innerText()).toContain('“The largest gains most');
    await number(page).locator('summary').click();
    expect(await number(page).locator('.truth').innerText()).toBe('9');
  });

  test('prints without controls, and with its answer and why, guessed or not', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').nth(1).check();
    await check(page);
    await page.emulateMedia({ media: 'print' });
    for (const which of [choice, number]) {
      expect(await which(page).locator('.ask').isVisible()).toBe(true);
      expect(await which(page).locator('input:visible, button:visible').count()).toBe(0);
    }
    const told = (which: typeof choice) => which(page).locator('.truth, .why p:last-child');
    const shown = (which: typeof choice) =>
      told(which).evaluateAll((all) => all.every((each) => each.checkVisibility()));
    expect([await shown(choice), await shown(number)]).toEqual([true, true]);
  });

  test('keeps its height when the script comes, and gives a finger 44 pixels at 320', async () => {
    const heights = (page: Page) =>
      page
        .locator('predict-first')
        .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().height)));
    // One visit, for its letters may stay in the system's font, and then lines break elsewhere.
    const page = await openPage(chapter, {
      width: 320,
      touch: true,
      before: (page) =>
        page.addInitScript(() => {
          const held: Parameters<typeof customElements.define>[] = [];
          const define = customElements.define.bind(customElements);
          customElements.define = (...definition) => void held.push(definition);
          window.addEventListener('defined-at-last', () => held.forEach((definition) => define(...definition)));
        }),
    });
    const before = await heights(page);
    expect(await page.locator('predict-first:defined').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('defined-at-last')));
    expect(await page.locator('predict-first:defined').count()).toBe(before.length);
    expect(await heights(page)).toEqual(before);
    const small = await page
      .locator('predict-first :is(label, button, summary, [type=range])')
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
          .map((each) => each.outerHTML),
      );
    expect(small).toEqual([]);
  });

  test('sets the formulas in its words, in a question to think about too', async () => {
    const page = await openPage(chapter);
    const asked = page.locator('.think summary, predict-first .ask');
    expect(await asked.locator('.formula .katex').count()).toBeGreaterThan(3);
    const bare = await asked.evaluateAll((all) =>
      all
        .map((each) => {
          const copy = each.cloneNode(true) as Element;
          copy.querySelectorAll('.formula, code').forEach((formula) => formula.remove());
          return copy.textContent;
        })
        .filter((text) => /[_$^\\`]/.test(text)),
    );
    expect(bare).toEqual([]);
  });
});

test.each(chapters)('the parts of prose style nothing inside a figure: %s', async (path) => {
  const page = await openPage(path, { javaScript: false });
  // Whatever a rule of theirs begins with is theirs alone.
  const roots = new Set(
    globSync('components/prose/**/*.css').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^ *\.([\w-]+)/gm)].map(([, name]) => name!),
    ),
  );
  expect(roots).toContain('predict');
  const inside = await page
    .locator([...roots].map((name) => `.figure .${name}`).join(', '))
    .evaluateAll((all) => all.map((each) => each.outerHTML.slice(0, 80)));
  expect(inside).toEqual([]);
});
