import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exercises } from '../../../lib/exercises/index.ts';
import { wrong } from '../../lib/exercises/wrong/softmax.ts';
import { openPage } from '../site.ts';

const chapter = 'attention/practice/';
const of = (page: Page, name: string) => page.locator(`code-exercise[data-exercise=${name}]`);
const answer = (page: Page, name: string) => of(page, name).locator('.answer');
const code = (page: Page, name: string) => of(page, name).locator('.cm-content, pre:visible').first();
const press = (page: Page, name: string, button: string) =>
  of(page, name).getByRole('button', { name: button }).click();
const ticks = (page: Page) => page.locator('.contents [data-answered]').allTextContents();

async function write(page: Page, source: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(source);
}

test('an exercise names the case that fails, gives a hint on request, passes what is right, and stays after a reload', async () => {
  const page = await openPage(chapter);
  expect(await page.locator('.length').textContent()).toMatch(/5 questions and 10 exercises/);
  const [mistake] = wrong;
  const { solution, starter, cases } = exercises['softmax']!;

  await of(page, 'softmax').scrollIntoViewIfNeeded();
  await code(page, 'softmax').click();
  const editor = page.getByRole('textbox', { name: /Escape, then Tab, leaves it/ });
  await editor.waitFor();
  await write(page, mistake!.source.trim());
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => answer(page, 'softmax').innerText()).toContain(mistake!.fails);
  const said = await answer(page, 'softmax').innerText();
  expect(said).toContain(mistake!.sentence);
  expect(said).toMatch(/Expected\s+0\.6652 {2}0\.2447 {2}0\.09003\s+Yours\s+NaN {2}NaN {2}NaN/);
  const { hint } = cases.find(({ name }) => name === mistake!.fails)!;
  expect(said).not.toContain(hint);
  await press(page, 'softmax', 'Hint');
  await expect.poll(() => answer(page, 'softmax').innerText()).toContain(hint);
  expect(await ticks(page)).toEqual([]);

  await code(page, 'softmax').click();
  await write(page, 'function softmax(scores) {\n  return [');
  await press(page, 'softmax', 'Check');
  await expect.poll(() => answer(page, 'softmax').innerText()).toMatch(/^Your code does not run\. Line 2: /);

  await code(page, 'softmax').click();
  await write(page, solution);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => answer(page, 'softmax').innerText()).toBe('Right in all 5 cases.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Check');

  const holds = async () => {
    expect(await ticks(page)).toEqual([expect.stringContaining('Softmax of large scores')]);
    expect(await page.locator('.length').textContent()).toMatch(/10 exercises, 1 answered/);
    expect(await page.locator('.tally .count').textContent()).toBe(
      'You have answered 1 of the 15 questions and exercises on this page. Right: 1.',
    );
    expect((await code(page, 'softmax').innerText()).trim()).toBe(solution);
  };
  await holds();
  await page.reload();
  await holds();

  // What was solved once stays so; the code can be had as it was.
  await press(page, 'softmax', 'Start over');
  await expect.poll(async () => (await code(page, 'softmax').innerText()).trim()).toBe(starter);
  expect(await ticks(page)).toHaveLength(1);
  await page.locator('.tally').getByRole('button', { name: 'Start over' }).click();
  expect(await ticks(page)).toEqual([]);
});

test('a patient is told and mended by touch, on a phone', async () => {
  const page = await openPage(chapter, { width: 360, touch: true });
  const name = 'mend-padding-leaks';
  const question = page.locator('predict-first[data-name=patient-3]');
  // Its code would give it away.
  expect(await of(page, name).isVisible()).toBe(false);
  await question.getByRole('radio', { name: 'Some padding is not masked' }).tap();
  await question.getByRole('button', { name: 'Check' }).tap();
  expect(await question.getAttribute('data-verdict')).toBe('right');

  await of(page, name).getByRole('button', { name: 'Check' }).tap();
  await expect.poll(() => answer(page, name).innerText()).toContain('six keys, of which the last two are padding');
  await code(page, name).tap();
  await of(page, name).locator('.cm-content').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
  await write(page, exercises[name]!.solution);
  await of(page, name).getByRole('button', { name: 'Check' }).tap();
  await expect.poll(() => answer(page, name).innerText()).toBe('Right in all 4 cases.');
  const small = await of(page, name)
    .locator('button:visible')
    .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).length);
  expect(small).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

describe('without a script', () => {
  test('the task, the code and the solution can be read, and what each patient was found to do', async () => {
    const page = await openPage(chapter, { javaScript: false });
    expect(await of(page, 'cache').locator('.ask').innerText()).toContain('Write attendNext.');
    expect((await of(page, 'cache').locator('.starter pre').innerText()).trim()).toBe(exercises['cache']!.starter);
    await of(page, 'cache').locator('summary').click();
    expect((await of(page, 'cache').locator('.solution pre').innerText()).trim()).toBe(exercises['cache']!.solution);
    expect(await page.locator('code-exercise button:visible').count()).toBe(0);
    expect(await page.locator('code-exercise .starter:visible').count()).toBe(10);
    expect(await page.locator('.clinic svg[role=img]').count()).toBe(10);
    const found = page.locator('#clinic-not-transposed tbody tr').nth(1).locator('th, td');
    expect(await found.allTextContents()).toEqual(['Shape for six words of four features', '(6, 6)', '(6, 4)']);
  });
});
