import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPage } from '../site.ts';

/** A page of somebody else, with a figure in a frame that allows no more than it must. */
let pasted = '';
const elsewhere = createServer(({ url }, answer) => {
  const source = `${inject('site')}embed${url}`;
  answer.setHeader('content-type', 'text/html');
  if (url === '/pasted/') answer.end(`<!doctype html><body style="width: 700px">${pasted}</body>`);
  else
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
  it('stands there by the code that was copied: its state, its theme, its controls, and as high as it is', async () => {
    const page = await openPage('embed/masks/#masks.mask=window&masks.radius=2');
    await expect.poll(() => page.locator('.readout').textContent()).toContain('the window reaches');
    await page.locator('figure-share summary').click();
    await page.locator('[data-share=embed]').click();
    const code = page.locator('figure-share textarea');
    await expect.poll(() => code.inputValue()).toContain('<iframe ');
    await page.locator('.wishes select').selectOption('dark');
    await page.locator('.wishes input[value=sentence]').uncheck();
    await page.locator('.wishes input[value=mask]').uncheck();
    pasted = await code.inputValue();
    expect(pasted).toContain('?theme=dark&amp;controls=');
    await page.locator('[data-share=qr]').click();
    await expect.poll(() => page.locator('.qr svg path').getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
    expect(await code.inputValue()).toBe(`${inject('site')}embed/masks/#masks.mask=window&masks.radius=2`);

    await page.goto(`${address()}pasted/`);
    const [frame, iframe] = [page.frameLocator('iframe'), page.locator('iframe')];
    await expect.poll(() => frame.locator('.readout').textContent()).toContain('the window reaches');
    const height = (): Promise<number> =>
      frame.locator('body').evaluate((body: HTMLElement) => Math.ceil(body.offsetHeight));
    await expect.poll(async () => Number(await iframe.getAttribute('height')) - (await height())).toBe(0);
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await frame.locator('[data-called=mask]').isVisible()).toBe(false);
    expect(await frame.locator('[data-called=radius]').isVisible()).toBe(true);
    await frame.locator('.numbers summary').click();
    const unfolded = await height();
    await expect.poll(async () => Number(await iframe.getAttribute('height'))).toBe(unfolded);
  });

  it('says which controls it has where its address names another', async () => {
    const page = await openPage('embed/temperature/?controls=T,nonsense');
    await expect
      .poll(() => page.locator('main > .notice').textContent())
      .toMatch(/no control “nonsense”\. It has: .*query, T\./);
  });

  it('has a name for each of its controls, so that a host can do without it', () => {
    const nameless = globSync(join(inject('folder'), 'embed/*/index.html')).flatMap((file) =>
      [
        ...parseHTML(readFileSync(file, 'utf8')).document.querySelectorAll('.controls :is(input, select, button)'),
      ].filter((control) => !control.closest('[data-called]')),
    );
    expect(nameless.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

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
