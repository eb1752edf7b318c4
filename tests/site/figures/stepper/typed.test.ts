import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { figure, open, button, field, challenge, asks, stop, next } from './page.ts';

describe('what is typed into the stepper', () => {
  test('carries an edit through to the output, and checks the challenges', async () => {
    const page = await open();
    // A decimal keypad has no minus on some phones.
    const keypads = await page
      .locator(`${figure} td input`)
      .evaluateAll((all) => all.map((each) => `${each.getAttribute('type')} ${each.getAttribute('inputmode')}`));
    expect(new Set(keypads)).toEqual(new Set(['text text']));
    expect(await challenge(page, 'attend')).toBe('Not met: the weight is 0.523.');
    await field(page, asks).fill('3');
    await expect.poll(() => challenge(page, 'attend')).toBe('Met: the weight is 0.868.');
    await expect.poll(() => button(page, 'weight of query delicious on key apple').textContent()).toBe('0.87');
    await expect.poll(() => page.textContent(`${figure} .news`)).toContain('Challenge met');
    await field(page, asks).fill('-0.5');
    await expect.poll(() => challenge(page, 'one-way')).toMatch(/^Met/);
    for (const one of await page.locator('[data-matrix=WK] input').all()) await one.fill('0');
    await expect.poll(() => challenge(page, 'uniform')).toMatch(/^Met/);
    await page.click(`${figure} .reset`);
    await expect.poll(() => field(page, asks).inputValue()).toBe('0.8');
    await expect.poll(() => challenge(page, 'attend')).toBe('Not met: the weight is 0.523.');
  });

  test.each([
    ['−0.5', -0.5],
    ['0,5', 0.5],
    ['1e−1', 0.1],
    ['10\u2009000', 10000],
  ])('reads %s as it is pasted', async (text, number) => {
    const page = await open();
    await field(page, asks).fill(text);
    await expect.poll(() => new URL(page.url()).hash).toContain('stepper.WQ=');
    await expect
      .poll(
        () =>
          decodeURIComponent(new URL(page.url()).hash)
            .match(/WQ=([^&]*)/)?.[1]
            ?.split(',')[4],
      )
      .toBe(String(number));
    expect(await page.textContent(`${figure} .faults`)).toBe('');
    await page.keyboard.press('Tab');
    await expect.poll(() => field(page, asks).inputValue()).toMatch(/^−?[\d.e]+$/);
  });

  test('names a bad cell and what is wrong with it, and keeps the last good figure', async () => {
    const page = await open();
    const bad = field(page, 'query table W_Q, row link, column thing');
    await bad.fill('');
    await expect
      .poll(() => page.textContent(`${figure} .faults`))
      .toBe(
        'Query table W_Q, row link, column thing, is empty: type a number such as 0.5 or −2. The figure still shows the last good values.',
      );
    expect(await bad.getAttribute('aria-invalid')).toBe('true');
    expect(await button(page, 'weight of query delicious on key apple').textContent()).toBe('0.52');
    await bad.pressSequentially('1e');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toContain('“1e”, which is no number');
    const before = await page.locator(`${figure} [data-matrix=weights] button`).allTextContents();
    await bad.fill('1/2');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toContain('“/” cannot be read there');
    expect(await bad.inputValue()).toBe('1/2');
    expect(await page.locator(`${figure} [data-matrix=weights] button`).allTextContents()).toEqual(before);
    await bad.fill('0.5');
    await expect.poll(() => page.textContent(`${figure} .faults`)).toBe('');
    expect(await bad.getAttribute('aria-invalid')).toBe(null);
  });

  test.each([320, 1440])('holds numbers of a million at %d pixels, without NaN and within its cells', async (width) => {
    const page = await open({ width });
    await next(page, 5);
    await expect.poll(() => stop(page)).toContain('Step 6 of 6');
    for (const one of await page
      .locator(`${figure} :is([data-matrix=X], [data-matrix=WK], [data-matrix=WV]) input`)
      .all())
      await one.fill('-1000000');
    await expect.poll(() => button(page, 'output of delicious, food').textContent()).toMatch(/e/);
    const numbers = await page.locator(`${figure} td button`).allTextContents();
    expect(numbers.filter((text) => /NaN|Infinity/.test(text))).toEqual([]);
    const spilt = await page.locator(`${figure} td button`).evaluateAll(
      (all) =>
        all.filter((one) => {
          const text = document.createRange();
          text.selectNodeContents(one);
          return text.getBoundingClientRect().width > one.getBoundingClientRect().width;
        }).length,
    );
    expect(spilt).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await field(page, asks).fill('-1000000');
    await page.keyboard.press('Tab');
    expect(await field(page, asks).inputValue()).toBe('−1e6');
  });
});

/** A field of type number drops signs before they are read: a true minus, a decimal comma. */
test('no field of the site is of type number', () => {
  const files = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|js)$/.test(file),
  );
  const found = files.filter((file) =>
    /type=["']?number|type:\s*["'`]number/.test(readFileSync(join(inject('folder'), file), 'utf8')),
  );
  expect(found).toEqual([]);
});
