import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copySite, startDev, type DevServer } from '../dev-server.ts';
import { launchBrowser } from './browser.ts';

const root = resolve('.cache/site-in-dev');
const guide = 'content/lessons/authoring/guide.mdx';
const overview = 'content/lessons/authoring/index.mdx';

let server: DevServer;
let browser: Browser;
let page: Page;
let loads = 0;

const text = (file: string): string => readFileSync(join(root, file), 'utf8');

let undo = (): void => undefined;

/** Changes a file as an editor would, until the test is over. */
function edit(file: string, sound: string, other: string): void {
  const before = text(file);
  expect(before).toContain(sound);
  writeFileSync(join(root, file), before.replace(sound, other));
  undo = () => {
    writeFileSync(join(root, file), before);
    undo = () => undefined;
  };
}

const shown = (words: string) => page.getByText(words).first();

beforeAll(async () => {
  copySite(root, true);
  server = await startDev(root);
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
  page.on('load', () => loads++);
}, 120_000);
afterEach(() => undo());
afterAll(async () => {
  await server.stop();
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

test('the first page answers', async () => {
  const answer = await page.goto(server.address, { timeout: 60_000 });
  expect(answer!.status()).toBe(200);
  expect(await page.locator('h1').count()).toBe(1);
});

test('a chapter answers where its address has no slash at its end', async () => {
  const answer = await page.goto(`${server.address}authoring/guide`, { timeout: 60_000 });
  expect(answer!.status()).toBe(200);
  expect(await page.locator('h1').textContent()).toContain('A chapter and its parts');
});

test('the search says that it comes with the build, and leads to the glossary', async () => {
  await page.locator('.find').click();
  await shown('Search comes with the build').waitFor();
  expect(await page.locator('dialog.search a').getAttribute('href')).toBe('/glossary/');
  expect(await page.locator('dialog.search .again').isVisible()).toBe(false);
  await page.keyboard.press('Escape');
});

test('an edit of a chapter shows, and loads the page once', async () => {
  const before = loads;
  edit(guide, '## In short', '## In few words');
  await page.getByRole('heading', { name: 'In few words' }).waitFor();
  await page.waitForLoadState('load');
  // A second load would come in the time that the first took.
  await page.waitForTimeout(1000);
  expect(loads - before).toBe(1);
  undo();
  await page.getByRole('heading', { name: 'In short' }).waitFor();
});

test.each([
  [
    'in the text',
    guide,
    '[a loop](../attention/code.mdx#softmax).',
    '[a loop](../attention/code).',
    `${guide}:69:125: The link ../attention/code names no chapter. Link its file, as in ./code.mdx.`,
  ],
  ['in the head', guide, 'label: Guide', 'lable: Guide', `${guide}:3:1: The head has no field lable.`],
  [
    'that shows when the page is made',
    guide,
    '<Tally />',
    '<Predict id="off" ask="How many?" claim="model-size" from={0} to={1}>\n\nSo.\n\n</Predict>\n\n<Tally />',
    '<Predict id="off"> has a scale from 0 to 1, and model-size is 6.98',
  ],
  ['in what is not closed', guide, '<Tally />', '<Tally>', `Expected a closing tag for`],
])(
  'a fault %s is said on the page itself, and the page is back when it is mended',
  async (_, file, sound, wrong, says) => {
    edit(file, sound, wrong);
    await shown(says).waitFor();
    expect((await fetch(page.url())).status).toBe(500);
    await page.getByRole('heading', { name: 'This page cannot be made' }).waitFor();
    undo();
    await page.getByRole('heading', { name: 'In short' }).waitFor();
  },
);

test('a change of a source, and of what a listing shows, shows without a restart', async () => {
  edit('content/references.bib', 'title = {Attention Is All You Need}', 'title = {Attention Is Most of It}');
  await shown('Attention Is Most of It').waitFor({ state: 'attached' });
  undo();
  edit('lib/listings/attention.ts', 'let sum = 0;', 'let sum = 0; // from nothing');
  await shown('// from nothing').waitFor();
});

test('a concept and a claim that are new can be named without a restart', async () => {
  edit(
    'content/concepts.ts',
    'export const concepts = {',
    "export const concepts = { taste: { name: 'Taste', library: 'a', line: 'b', code: [], tex: 'T', macro: '\\\\Taste', shape: '', accent: 'plain' },",
  );
  const undoConcept = undo;
  await shown('content/concepts.ts declares taste, and no lesson tells it').waitFor();
  edit(
    'lib/claims/rounding.ts',
    "    id: 'model-size',",
    "    id: 'three', says: 'three', badge: 'computed', theory: { equals: 3, within: 0, because: 'it is' }, decimals: 0, measure: () => 3 },\n  {\n    id: 'model-size',",
  );
  const undoClaim = undo;
  edit(overview, 'scores into shares.', 'scores into shares, by <Term id="taste">taste</Term>.');
  const undoOverview = undo;
  edit(guide, '<Tally />', '<Term id="taste">Taste</Term> is $\\Taste$, <Claim id="three" /> times.\n\n<Tally />');
  const undoGuide = undo;
  await page.locator('.claim[href="/claims/#three"]').waitFor({ timeout: 60_000 });
  expect(await page.locator('a.term[data-concept=taste]').count()).toBe(1);
  expect(await page.locator('.katex [data-concept=taste]').count()).toBeGreaterThan(0);
  undo = () => [undoGuide, undoOverview, undoClaim, undoConcept].forEach((each) => each());
}, 120_000);
