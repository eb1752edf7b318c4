import { describe, expect, inject, test } from 'vitest';
import { chapters, openPage } from '../../site.ts';
import { quiet } from '../../traffic.ts';
import { chapter, check, choice, number, verdict } from './page.ts';

describe('a guess', () => {
  test('is told nobody, and forgotten when asked again', async () => {
    const page = await openPage(chapter);
    // What figures load as they come into view is no part of this.
    for (const which of [number, choice]) await which(page).scrollIntoViewIfNeeded();
    await quiet(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choice(page).getByRole('radio').first().check();
    await check(page);
    await number(page).getByRole('slider').fill('4');
    await check(page, number);
    // The pointer wakes the figures that it comes upon: they fetch what was built, by names that tell nothing.
    const built = (url: string): boolean => url.startsWith(`${inject('site')}_astro/`) && /\.(js|css|woff2)$/.test(url);
    expect(asked.filter((url) => !built(url))).toEqual([]);
    await choice(page).getByRole('button', { name: 'Ask me again' }).click();
    expect(await choice(page).locator('[data-right], :checked').count()).toBe(0);
    await page.reload();
    expect(await verdict(page)).toBe('');
    expect(await verdict(page, number)).toContain('You guessed 4');
  });

  test.each(chapters)('is there again after a reload, with every answer that stood open: %s', async (path) => {
    const page = await openPage(path);
    await page.locator('predict-first').evaluateAll((all) =>
      all.forEach((question, index) => {
        const inputs = [...question.querySelectorAll('input')];
        const input = inputs[index % inputs.length]!;
        if (input.type === 'range') {
          input.value = String(Number(input.min) + Number(input.step) * (index + 1));
          input.dispatchEvent(new Event('input', { bubbles: true }));
        } else input.click();
        question.querySelector('button')!.click();
      }),
    );
    await page
      .locator('.think')
      .evaluateAll((all) => all.forEach((each, index) => index % 2 === 0 && each.querySelector('summary')!.click()));
    const shown = () =>
      page
        .locator('predict-first, .think')
        .evaluateAll((all) =>
          all.map((each) => [
            each.querySelector('.verdict')?.textContent,
            (each as HTMLElement).dataset['verdict'],
            [each, ...each.querySelectorAll('details')].map((part) => part.hasAttribute('open')),
            [...each.querySelectorAll('input')].map(({ value, checked, disabled }) => [value, checked, disabled]),
          ]),
        );
    const before = await shown();
    expect(before.filter(([said]) => said === '')).toEqual([]);
    expect(before.length).toBeGreaterThan(4);
    await page.waitForTimeout(50);
    await page.reload();
    expect(await shown()).toEqual(before);
  });

  test('made on one page is not known on another', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').first().check();
    await check(page);
    const other = chapters.find((each) => each !== chapter)!;
    await page.goto(page.url().replace(chapter, other));
    expect(await page.locator('predict-first').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-verdict]').count()).toBe(0);
  });

  test.each([
    'null',
    '7',
    '{',
    '{"/x/attention/academic/#ratios":7}',
    `{"/x/attention/academic/#ratios":"Last year’s"}`,
  ])('that is spoilt, %s, counts as none', async (kept) => {
    const page = await openPage(chapter, {
      before: (page) => page.addInitScript((text) => localStorage.setItem('answers', text), kept),
    });
    expect(await verdict(page)).toBe('');
    await choice(page).getByRole('radio').first().check();
    await check(page);
    expect(await verdict(page)).toBe('Yes.');
  });

  test('lasts as long as the page where the browser keeps nothing', async () => {
    const page = await openPage(chapter, {
      before: (page) =>
        page.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('no', 'SecurityError');
            },
          }),
        ),
    });
    await choice(page).getByRole('radio').first().check();
    await check(page);
    expect(await verdict(page)).toBe('Yes.');
  });
});
