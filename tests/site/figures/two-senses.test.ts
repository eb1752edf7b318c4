import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from '../site.ts';
import { modelRequests, touch } from './page-with.ts';

const tag = 'live-two-senses';
const path = 'embed/two-senses/';
const readout = (page: Page): Promise<string | null> => page.textContent(`${tag} .readout`);
const gate = `${tag} model-gate .notice`;

describe('one form, two senses', () => {
  test('is whole without a script', async () => {
    const page = await openPage(path, { javaScript: false });
    expect(await page.locator(`${tag} [data-pane=all] .for-wide [data-row]`).count()).toBe(36);
    expect(await readout(page)).toMatch(/^spring comes out at −0\.\d\d in .* and at 0\.\d\d in .* its own sense\.$/);
  });

  test('shows each pair without the model, and a reader’s own with it, after asking', async () => {
    const page = await openPage(path);
    const requests = modelRequests(page);
    await touch(page, tag);
    await page.selectOption(`${tag} [name=pair]`, 'bank-1');
    await expect.poll(() => readout(page)).toMatch(/^bank comes out .* words of the first sense/);
    await expect.poll(() => page.inputValue(`${tag} [name=first]`)).toMatch(/^The bank raised/);
    expect(requests).toEqual([]);

    const before = await readout(page);
    await page.fill(`${tag} [name=word]`, 'pitcher');
    await page.fill(`${tag} [name=first]`, 'The pitcher threw the ball');
    await page.click(`${tag} .ask button`);
    await expect.poll(() => page.textContent(gate)).toMatch(/read by the whole model.*Fetch the model: 7\.\d MB, once/);
    expect(requests).toEqual([]);
    await page.click(`${gate} button`);
    await expect.poll(() => page.textContent(`${tag} .failed`)).toContain('does not read “pitcher” as one piece');
    expect(await readout(page)).toBe(before);
    expect(await page.inputValue(`${tag} [name=word]`)).toBe('pitcher');

    await page.fill(`${tag} [name=word]`, 'bank');
    await page.fill(`${tag} [name=first]`, 'My bank is closed on Sunday');
    await page.press(`${tag} [name=first]`, 'Enter');
    await expect.poll(() => readout(page)).toMatch(/^bank comes out at .* in “My bank is closed on Sunday” and at /);
    await expect.poll(() => page.url()).toContain('two-senses.pair=own&two-senses.word=bank');
    expect(await page.isVisible(`${tag} .failed`)).toBe(false);
  });
});
