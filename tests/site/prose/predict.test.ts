import { describe, expect, it } from 'vitest';
import { openPage } from '../site.ts';

const choice = '.predict[data-name=richest]';
const amount = '.predict[data-name=unscaled]';

describe('a prediction', () => {
  it('is a question with its answer folded under it, without a script', async () => {
    const page = await openPage('attention/plain-english/', { javaScript: false });
    expect(await page.locator(`${choice} input:visible`).count()).toBe(0);
    expect(await page.locator(`${choice} .options li`).count()).toBe(3);
    await page.locator(`${choice} summary`).click();
    await expect.poll(() => page.locator(`${choice} .truth`).isVisible()).toBe(true);
    expect(await page.locator(`${choice} .truth`).textContent()).toBe('No, never');
  });

  it('says whether a choice was right, and why, by signs that need no colour', async () => {
    const page = await openPage('attention/plain-english/');
    await page.locator(`${choice} label`).nth(0).click();
    await expect.poll(() => page.locator(`${choice} .verdict`).textContent()).toContain('Not so');
    expect(await page.locator(`${choice} [data-wrong]`).textContent()).toContain('Yes, when several');
    expect(await page.locator(`${choice} [data-right]`).textContent()).toContain('No, never');
    expect(await page.locator(`${choice} .why`).isVisible()).toBe(true);
    await page.locator(`${choice} label`).nth(1).click();
    await expect.poll(() => page.locator(`${choice} .verdict`).textContent()).toContain('Yes');
    expect(await page.locator(`${choice} [data-wrong]`).count()).toBe(0);
  });

  it('shows the gap between a guessed number and the measured one', async () => {
    const page = await openPage('attention/academic/');
    const range = page.locator(`${amount} [type=range]`);
    await range.fill('0.5');
    await page.locator(`${amount} button`).click();
    await expect.poll(() => page.locator(`${amount} .verdict`).textContent()).toMatch(/You guessed 0\.50; it is 0\.98\. You were 0\.48 too low\./);
    await range.fill('1');
    await page.locator(`${amount} button`).click();
    await expect.poll(() => page.locator(`${amount} .verdict`).textContent()).toContain('As close as the scale allows.');
  });

  it('remembers the guess on this machine, and tells nobody', async () => {
    const page = await openPage('attention/plain-english/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator(`${choice} label`).nth(1).click();
    expect(asked).toEqual([]);
    await page.reload();
    await expect.poll(() => page.locator(`${choice} .verdict`).textContent()).toContain('Yes');
    expect(await page.locator(`${choice} input`).nth(1).isChecked()).toBe(true);
  });

  it('can be answered by keyboard, and skipped', async () => {
    const page = await openPage('attention/plain-english/');
    await page.locator(`${choice} input`).nth(0).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator(`${choice} .verdict`).textContent()).toContain('Yes');
    await page.locator('.predict[data-name=one-list] summary').press('Enter');
    await expect.poll(() => page.locator('.predict[data-name=one-list] .truth').isVisible()).toBe(true);
    expect(await page.locator('.predict[data-name=one-list] .verdict').textContent()).toBe('');
  });
});
