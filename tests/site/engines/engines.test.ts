import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { barePage } from '../cells/bare-page.ts';
import type { Candidate, Engine } from './engine.ts';
import { listenTo } from './listen.ts';
import { firefox, openChromium } from './puppeteer.ts';
import { changeFirst, seen, settled, until, type Seen } from './use.ts';
import { webkit } from './webkit.ts';

const figures = readdirSync('components/figures').toSorted();
const pages = readdirSync(inject('folder'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('embed'))
  .map((file) => file.replace(/index\.html$/, ''))
  .toSorted();
const own = 'Bees make honey from the nectar of flowers';

/** A browser at work, and the folder it saves to. */
interface Started {
  readonly engine: Engine;
  readonly downloads: string;
}

let server: Awaited<ReturnType<typeof listenTo>>;
const open: Started[] = [];

async function start(launch: (downloads: string) => Promise<Engine>): Promise<Started> {
  const downloads = mkdtempSync(join(tmpdir(), 'saved-'));
  const started = { engine: await launch(downloads), downloads };
  open.push(started);
  return started;
}

async function go(engine: Engine, path: string): Promise<void> {
  await engine.open(server.site + path);
  await until(engine, () => document.querySelector(':not(:defined)') === null);
}
const faults = (engine: Engine): Promise<string[]> => engine.run(() => window.faults);

/** Uses a figure once and tells what it shows then. */
async function useOnce(engine: Engine, name: string): Promise<{ before: Seen; changed: string | undefined }> {
  await go(engine, `embed/${name}/`);
  const before = await seen(engine);
  return { before, changed: await changeFirst(engine) };
}

async function readSentence(engine: Engine): Promise<string> {
  await go(engine, '');
  await engine.type('input[name=sentence]', own);
  await engine.press('Enter');
  await until(engine, () => document.querySelector('live-generate-heatmap .sentence')!.textContent!.includes('nectar'));
  return (await settled(engine)).text;
}

/** Presses one of the ways to take a figure along, and waits for the file. */
async function save({ engine, downloads }: Started, kind: 'svg' | 'csv'): Promise<string> {
  const file = () => readdirSync(downloads).find((file) => file.endsWith(`.${kind}`));
  await engine.run(() => void (document.querySelector<HTMLDetailsElement>('figure-share details')!.open = true));
  await engine.click(`[data-share=${kind}]`);
  await expect.poll(file, { timeout: 10_000 }).toBe(`masks.${kind}`);
  await expect.poll(() => readFileSync(join(downloads, `masks.${kind}`)).length).toBeGreaterThan(0);
  return readFileSync(join(downloads, `masks.${kind}`), 'utf8');
}

/** What a saved drawing says, in its order. */
const wordsOf = (engine: Engine, drawing: string): Promise<string[]> =>
  engine.run((drawing) => {
    const root = new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement;
    return [root.nodeName, ...[...root.querySelectorAll('text')].map((text) => text.textContent!)];
  }, drawing);

/** Each question is put to Chromium once. */
let chromium: Promise<Started> | undefined;
const answers = new Map<string, Promise<unknown>>();
let queue: Promise<unknown> = Promise.resolve();
function chromiumSays<T>(question: string, ask: (started: Started) => Promise<T>): Promise<T> {
  if (!answers.has(question)) {
    chromium ??= start(openChromium);
    queue = queue.catch(() => undefined).then(async () => ask(await chromium!));
    answers.set(question, queue);
  }
  return answers.get(question) as Promise<T>;
}

beforeAll(async () => {
  server = await listenTo(inject('site'), await barePage(new URL(inject('site')).pathname));
});
afterAll(async () => {
  for (const { engine, downloads } of open) {
    await engine.close();
    rmSync(downloads, { recursive: true });
  }
  server.close();
});

describe.each([firefox, webkit])('$name', ({ name, find }: Candidate) => {
  const found = find();
  if ('missing' in found) {
    console.warn(`The site is not tried in ${name}: ${found.missing}.`);
    test.skip(`is left out: ${found.missing}`);
    return;
  }

  let started: Started;
  let engine: Engine;
  beforeAll(async () => {
    started = await start(found.launch);
    ({ engine } = started);
  });

  test('hears what goes wrong on a page', async () => {
    await go(engine, 'embed/masks/');
    await engine.run(() => {
      setTimeout(() => {
        throw new Error('thrown');
      });
      void Promise.reject(new Error('rejected'));
      console.error('said');
      document.head.append(Object.assign(document.createElement('script'), { src: 'missing.js' }));
      document.head.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.invalid/' }));
    });
    for (const fault of ['thrown', 'rejected', 'said', 'missing.js', 'stopped https://elsewhere.invalid'])
      await expect.poll(async () => (await faults(engine)).join('\n')).toContain(fault);
  });

  test.each(pages)('opens /%s without a fault', async (path) => {
    await go(engine, path);
    expect(await engine.run(() => document.querySelector('h1')!.getClientRects().length)).toBeGreaterThan(0);
    await engine.run(() => scrollTo(0, document.documentElement.scrollHeight));
    expect(await faults(engine)).toEqual([]);
  });

  test.each(figures)('shows the same as Chromium when %s is used', async (figure) => {
    const asked = chromiumSays(figure, async ({ engine }) => {
      const { before, changed } = await useOnce(engine, figure);
      if (changed) await expect.poll(async () => (await seen(engine)).drawn).not.toBe(before.drawn);
      return { before, changed, after: await settled(engine) };
    });
    const [expected, { before, changed }] = await Promise.all([asked, useOnce(engine, figure)]);
    expect(before.text).toBe(expected.before.text);
    expect(changed).toBe(expected.changed);
    await expect.poll(async () => (await seen(engine)).text).toBe(expected.after.text);
    if (changed) expect((await seen(engine)).drawn).not.toBe(before.drawn);
    expect(await faults(engine)).toEqual([]);
  });

  test('saves a drawing and its numbers', async () => {
    const saved = async (started: Started) => {
      await go(started.engine, 'embed/masks/');
      return {
        words: await wordsOf(started.engine, await save(started, 'svg')),
        numbers: await save(started, 'csv'),
      };
    };
    const expected = await chromiumSays('saved', saved);
    expect(expected.words[0]).toBe('svg');
    expect(expected.words.length).toBeGreaterThan(20);
    expect(await saved(started)).toEqual(expected);
    expect(await faults(engine)).toEqual([]);
  });

  test('follows a link to another chapter, and to a figure as it was set', async () => {
    await go(engine, '');
    const href = await engine.run(() => document.querySelector<HTMLAnchorElement>('main a[href*="/attention/"]')!.href);
    await engine.click('main a[href*="/attention/"]');
    await until(engine, () => document.readyState === 'complete' && location.pathname.includes('/attention/'));
    expect(await engine.run(() => location.href)).toBe(href);
    expect(await faults(engine)).toEqual([]);
    await go(engine, 'embed/masks/#masks.mask=window');
    await until(engine, () => document.querySelector('.figure [value=window]:checked') !== null);
    expect(await faults(engine)).toEqual([]);
  });

  test('runs cells as Chromium does, and stops them', async () => {
    const programs: readonly (readonly string[])[] = [
      [
        "import { softmax, tensor } from 'attention-notebook';\nconst weights = softmax(tensor([1, 2, 3], [1, 3]));",
        'const far = (): number => {\n  throw new RangeError("far");\n};\nconsole.log(weights.shape);',
        'await null;\nfar()',
      ],
      ['1', 'let a = 1;\nlet a = 2;'],
      ['1', 'const deeper = (): number => 1 + deeper();\ndeeper()'],
      ['1', 'void Promise.reject(new Error("late"));'],
      ['1', 'fetch("/")'],
      ['1', 'eval("1")'],
      ['1', 'await new Promise(() => {})'],
      ['1', 'while (true);'],
      ['1 + 1'],
    ];
    const results = async ({ engine }: Started) => {
      await go(engine, 'bare/');
      await until(engine, () => 'runCells' in window);
      const told: string[] = [];
      for (const sources of programs) {
        const outcomes = await engine.run((sources) => window.runCells(sources, { limit: 1000 }), sources);
        for (const { cell, state, outputs } of outcomes)
          for (const output of outputs) {
            // How an engine words its own errors is its own.
            const text =
              output.kind === 'error'
                ? `${output.line}: ${output.message.replace(/^((Syntax|Eval)Error): .*/s, '$1')}`
                : output.kind === 'left-out'
                  ? `left out: ${output.count}`
                  : output.text;
            told.push(`${cell + 1}, ${state}, ${text}`);
          }
      }
      return told;
    };
    const expected = await chromiumSays('cells', results);
    expect(expected).toContain('3, failed, 2: RangeError: far');
    expect(expected).toContain('2, failed, 2: SyntaxError');
    expect(expected.at(-1)).toBe('1, done, 2');
    expect(await results(started)).toEqual(expected);
    expect(await faults(engine)).toEqual([]);
  });

  // The last, since the page keeps it for the next visit.
  test('reads a sentence of the reader’s own, with the same numbers', async () => {
    const expected = await chromiumSays('sentence', ({ engine }) => readSentence(engine));
    expect(expected).toContain('nectar');
    expect(await readSentence(engine)).toBe(expected);
    expect(await faults(engine)).toEqual([]);
  });
});
