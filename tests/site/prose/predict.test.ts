import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';

const chapter = 'attention/academic/';
const chapters = globSync('content/lessons/*/*.mdx')
  .filter((path) => basename(path) !== 'index.mdx')
  .map((path) => path.replace(/^content\/lessons\/(.*)\.mdx$/, '$1/'));
/** A choice of three, of which the first is so. */
const choice = (page: Page) => page.locator('predict-first[data-name=ratios]');
/** A number from 0 to 20 that is 9. */
const number = (page: Page) => page.locator('predict-first[data-name=window]');
const verdict = async (page: Page, which = choice) => (await which(page).locator('.verdict').textContent())!.trim();
const check = (page: Page, which = choice) => which(page).getByRole('button').click();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent || (document.activeElement as HTMLInputElement | null)?.type);

describe('a choice', () => {
  test('waits for the button, then marks what was right and what was chosen, and says so', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').nth(1).check();
    expect(await verdict(page)).toBe('');
    expect(await choice(page).locator('.why').isVisible()).toBe(false);
    await check(page);
    expect(await verdict(page)).toBe(
      'Not this one. The largest gains most in size, because it is the largest. The factor is the same for all. The answer is “Their ratios stay”.',
    );
    expect(await choice(page).locator('li[data-right]').textContent()).toContain('Their ratios stay');
    expect(await choice(page).locator('li[data-wrong]').textContent()).toContain('The largest gains most');
    expect(await choice(page).locator('.why').isVisible()).toBe(true);
  });

  test('has one button, and its verdict and reasons stand in one region that is announced', async () => {
    const page = await openPage(chapter);
    for (const which of [choice, number]) {
      expect(await which(page).locator('button:visible, summary:visible').allTextContents()).toEqual(['Check']);
      for (const part of ['.verdict', '.why'])
        expect(await which(page).getByRole('status').locator(part).count(), part).toBe(1);
    }
  });

  test('is made by keyboard alone: arrows choose and do not answer, Enter checks', async () => {
    const page = await openPage(chapter);
    await choice(page).getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await verdict(page)).toBe('');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('Yes.');
    expect(await focused(page)).toBe('Ask me again');
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('');
    expect(await focused(page)).toBe('radio');
  });

  test('asks for a guess when there is none; pressed again it shows the answer and judges nobody', async () => {
    const page = await openPage(chapter);
    await check(page);
    expect(await verdict(page)).toBe('Choose one first. Or press again to see the answer without a guess.');
    expect(await choice(page).locator('.why').isVisible()).toBe(false);
    await check(page);
    expect(await verdict(page)).toBe('The answer is “Their ratios stay”.');
    expect(await choice(page).getAttribute('data-verdict')).toBe('none');
    await page.reload();
    expect(await verdict(page)).toBe('The answer is “Their ratios stay”.');
    expect(await choice(page).locator(':checked').count()).toBe(0);
  });
});

describe('a number', () => {
  test.each([
    ['14', 'You guessed 14; it is 9. You were 5 too high.', 'wrong'],
    ['6', 'You guessed 6; it is 9. You were 3 too low.', 'wrong'],
    ['10', 'You guessed 10; it is 9. Close: 1 too high.', 'right'],
    ['9', 'You guessed 9; it is 9. That is as close as the scale allows.', 'right'],
  ])('guessed at %s is told how far off it was', async (guess, said, counts) => {
    const page = await openPage(chapter);
    await number(page).getByRole('slider').fill(guess);
    expect(await number(page).locator('.guess').textContent()).toBe(`your guess ${guess}`);
    await check(page, number);
    expect(await verdict(page, number)).toBe(said);
    expect(await number(page).getAttribute('data-verdict')).toBe(counts);
  });

  test('between two steps is told the gap to what was measured', async () => {
    const page = await openPage(chapter);
    const unscaled = (page: Page) => page.locator('predict-first[data-name=unscaled]');
    await unscaled(page).getByRole('slider').fill('0.5');
    await check(page, unscaled);
    expect(await verdict(page, unscaled)).toBe('You guessed 0.50; it is 0.98. You were 0.48 too low.');
    await check(page, unscaled);
    await unscaled(page).getByRole('slider').fill('1');
    await check(page, unscaled);
    expect(await verdict(page, unscaled)).toContain('as close as the scale allows');
  });

  test('that nobody has placed is no guess', async () => {
    const page = await openPage(chapter);
    const slider = number(page).getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toBe('no guess yet');
    await slider.focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Check');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toBe('Place the mark first. Or press again to see the answer without a guess.');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toBe('It is 9.');
    expect(await number(page).getAttribute('data-verdict')).toBe('none');
  });

  test('may be guessed where the scale begins: by pressing the mark where it stands, or by a key', async () => {
    const page = await openPage(chapter);
    await number(page)
      .getByRole('slider')
      .click({ position: { x: 10, y: 22 } });
    await check(page, number);
    expect(await verdict(page, number)).toContain('You guessed 0;');
    await check(page, number);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(await verdict(page, number)).toContain('You guessed 0;');
  });

  test('is guessed on a scale that starts at its end, and the true one appears on it where it lies', async () => {
    const page = await openPage(chapter);
    const sliders = page.locator('predict-first [type=range]');
    expect(
      await sliders.evaluateAll(
        (all) => all.filter((each) => (each as HTMLInputElement).value !== (each as HTMLInputElement).min).length,
      ),
    ).toBe(0);
    expect(await number(page).locator('.is').isVisible()).toBe(false);
    await number(page).getByRole('slider').fill('9');
    await check(page, number);
    const centre = (part: string) =>
      number(page)
        .locator(part)
        .evaluate((each) => {
          const { left, width } = each.getBoundingClientRect();
          return left + width / 2;
        });
    expect(await number(page).locator('.is').innerText()).toBe('it is 9');
    expect(Math.abs((await centre('.is')) - (await centre('.guess')))).toBeLessThan(8);
  });
});

describe('a word of a sentence', () => {
  const plain = 'attention/plain-english/';
  const word = (page: Page) => page.locator('predict-first[data-name=cell]');
  const figure = (page: Page) => page.locator('#figure-three-stages');
  const filled = (page: Page) =>
    word(page)
      .locator('.share')
      .evaluateAll((all) =>
        all.map((each) =>
          Math.round((100 * parseFloat(getComputedStyle(each, '::before').height)) / each.clientHeight),
        ),
      );

  test('is guessed in a row without bars, and the bars are the weights that the model gives', async () => {
    const page = await openPage(plain, { reducedMotion: 'reduce' });
    await word(page).scrollIntoViewIfNeeded();
    expect(await filled(page)).toEqual(Array(8).fill(0));
    expect(await word(page).locator('.share b:visible').count()).toBe(0);
    await word(page).getByRole('radio', { name: 'deposit' }).check();
    await check(page, word);
    const said = await word(page).locator('.share b').allInnerTexts();
    const shares = said.map((text) => Number(text.replace('<', '')));
    expect(Math.abs(shares.reduce((sum, share) => sum + share) - 1)).toBeLessThan(0.05);
    for (const [place, percent] of (await filled(page)).entries())
      expect(Math.abs(percent - 100 * shares[place]!), said[place]).toBeLessThan(2);
    const [deposit, money] = [6, 7].map((place) => said[place]!);
    expect(await verdict(page, word)).toBe(
      `Not this one. “bank” gives “deposit” a share of ${deposit}. The answer is “money”. “bank” gives “money” a share of ${money}.`,
    );
    expect(await word(page).locator('[data-right] [translate=no]').textContent()).toBe('money');
  });

  test('may be any but the one that asks, by keyboard too', async () => {
    const page = await openPage(plain);
    expect(await word(page).getByRole('radio').count()).toBe(7);
    await word(page).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await verdict(page, word)).toMatch(/^Yes\. “bank” gives “money” a share of 0\.\d\d\.$/);
  });

  test('covers the figure in which it stands until it is answered, also after a reload', async () => {
    const page = await openPage(plain);
    await figure(page).scrollIntoViewIfNeeded();
    const readable = () =>
      figure(page)
        .locator('.readout')
        .evaluate((each) => getComputedStyle(each).filter === 'none' && !each.matches('[inert], [inert] *'));
    expect(await readable()).toBe(false);
    expect(await figure(page).locator('button:not([inert], [inert] *)').allTextContents()).toEqual(['Show the figure']);
    const height = async () => Math.round((await figure(page).boundingBox())!.height);
    const covered = await height();
    await word(page).getByRole('radio').last().check();
    await check(page, word);
    await figure(page).scrollIntoViewIfNeeded();
    expect(await readable()).toBe(true);
    expect(await height()).toBe(covered);
    await page.reload();
    expect(await page.locator('.predict-veil').count()).toBe(0);
    await check(page, word);
    await page.reload();
    expect(await readable()).toBe(false);
    await figure(page).getByRole('button', { name: 'Show the figure' }).click();
    expect(await readable()).toBe(true);
  });

  test('hides nothing without a script, on paper, or from an address that opens the figure', async () => {
    const bare = await openPage(plain, { javaScript: false });
    expect(await bare.locator('.predict-veil, [inert]').count()).toBe(0);
    await word(bare).locator('summary').click();
    expect(await word(bare).locator('.why').innerText()).toContain('“bank” gives “money” a share of');
    const linked = await openPage(`${plain}#figure-three-stages&three-stages.query=4`);
    expect(await linked.locator('.predict-veil').count()).toBe(0);
    const page = await openPage(plain);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.predict-veil:visible').count()).toBe(0);
    expect(
      await figure(page)
        .locator('.readout')
        .evaluate((each) => getComputedStyle(each).filter),
    ).toBe('none');
  });
});

test.each(chapters)('what a question hides is a figure below it: %s', async (path) => {
  const page = await openPage(path);
  const lost = await page.locator('[data-hides]').evaluateAll((all) =>
    all.flatMap((each) => {
      const hidden = (each as HTMLElement).dataset['hides']!;
      const figure = document.getElementById(`figure-${hidden}`);
      const isBelow = figure && each.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;
      return isBelow ? [] : [hidden];
    }),
  );
  expect(lost).toEqual([]);
});

describe('a guess', () => {
  test('is told nobody, and forgotten when asked again', async () => {
    const page = await openPage(chapter);
    // What figures load as they come into view is no part of this.
    for (const which of [number, choice]) await which(page).scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choice(page).getByRole('radio').first().check();
    await check(page);
    await number(page).getByRole('slider').fill('4');
    await check(page, number);
    // The pointer wakes the figures that it comes upon: they fetch scripts, which tell nothing.
    expect(asked.filter((url) => !/\/_astro\/[\w.-]+\.js$/.test(url))).toEqual([]);
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
    expect(before.length).toBeGreaterThan(5);
    await page.waitForTimeout(50);
    await page.reload();
    expect(await shown()).toEqual(before);
    // Nor does a page know the guesses made on another.
    const other = chapters.find((each) => each !== path)!;
    await page.goto(page.url().replace(path, other));
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

  test('prints without controls, and with its answer and why where it was guessed or answers are asked for', async () => {
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
    expect([await shown(choice), await shown(number)]).toEqual([true, false]);
    await page.evaluate(() => document.documentElement.classList.add('answers'));
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
