import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage } from '../site.ts';

/** A page of somebody else, with a figure in a frame that allows no more than it must. */
const elsewhere = createServer(({ url }, answer) => {
  const source = `${inject('site')}embed${url}`;
  answer.setHeader('content-type', 'text/html');
  answer.end(`<iframe sandbox="allow-scripts allow-same-origin" width="800" height="600" src="${source}"></iframe>`);
});
beforeAll(() => new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready)));
afterAll(() => void elsewhere.close());

const address = (): string => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

async function framed(figure: string): Promise<{ readonly page: Page; readonly frame: FrameLocator }> {
  const page = await openPage('404.html', { expectErrors: true });
  await page.goto(`${address()}${figure}/`);
  return { page, frame: page.frameLocator('iframe') };
}

describe('a figure in a frame of another page', () => {
  it('gives its link where it can be copied, and says nothing of an address bar that is not its own', async () => {
    const { page, frame } = await framed('masks');
    await frame.locator('label:has([data-field=mask][value=window])').click();
    await frame.locator('figure-share summary').click();
    await expect.poll(() => frame.locator('.readout').textContent()).toContain('the window reaches');
    await frame.locator('[data-share=link]').click();
    const said = frame.locator('figure-share [role=status]');
    await expect.poll(() => said.textContent()).toBe('The link stands here, to be copied.');
    const field = frame.locator('figure-share textarea');
    expect(await field.inputValue()).toBe(`${inject('site')}embed/masks/#figure-masks&masks.mask=window`);
    expect(
      await field.evaluate(
        (area: HTMLTextAreaElement) => document.activeElement === area && area.selectionEnd - area.selectionStart,
      ),
    ).toBe((await field.inputValue()).length);
    expect(page.url()).toBe(`${address()}masks/`);
  });

  it('does not say that a file was saved, which it cannot know', async () => {
    const { frame } = await framed('masks');
    await frame.locator('figure-share summary').click();
    await frame.locator('[data-share=csv]').click();
    await expect
      .poll(() => frame.locator('figure-share [role=status]').textContent())
      .toBe('Handed to the browser as masks.csv. If no file comes, the page around this frame allows none.');
  });

  it.each([
    ['masks', 'sentence-box input', 'The dog chased a red ball', /dog/],
    ['contrast', 'input[name=first]', 'The old bank is high', /These sentences have to be read by the whole model/],
  ] as const)('%s answers a typed sentence though no form may be sent', async (figure, box, sentence, answer) => {
    const { frame } = await framed(figure);
    await frame.locator('.figure').waitFor();
    // What is pressed before the page's script has come, no page without a form can hear.
    await expect.poll(() => frame.locator(':not(:defined)').count()).toBe(0);
    expect(await frame.locator('.figure').innerText()).not.toMatch(answer);
    await frame.locator(box).fill(sentence);
    await frame.locator(box).press('Enter');
    await expect.poll(() => frame.locator('.figure').innerText()).toMatch(answer);
  });
});
