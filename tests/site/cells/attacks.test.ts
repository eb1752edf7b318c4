import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Outcome, Output } from '../../../components/cells/outcome.ts';
import { launchBrowser } from '../browser.ts';
import { barePage } from './bare-page.ts';

let browser: Browser;
let page: Page;
const requested: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  const site = inject('site');
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('response', (response) => requested.push(response.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const [name, file] of Object.entries(await barePage(new URL(site).pathname)))
    await page.route(site + name, (route) => route.fulfill(file));
  await page.goto(`${site}bare/`);
  // What is compiled by the first run is no matter of an attack.
  await run('1 + 1');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing', '__metadata'] });
});
// A piece of work that is always the same, by which the page's own is measured.
afterEach(() =>
  page.evaluate(() => {
    performance.mark('measure');
    let sum = 0;
    for (let i = 0; i < 1e7; i++) sum += Math.sqrt(i);
    performance.mark(`sum ${sum}`);
  }),
);
afterAll(() => browser.close());

const run = (...sources: string[]): Promise<readonly Outcome[]> =>
  page.evaluate((sources) => window.runCells(sources), sources);
/** Milliseconds that a program gets which will not come to its end. */
const short = 300;
const shown = ({ outputs }: Outcome): string[] =>
  outputs.map((output: Output) => {
    if (output.kind === 'printed') return output.text;
    if (output.kind === 'left-out') return `left out: ${output.count}`;
    if (output.kind === 'error') return `${output.line}: ${output.message}`;
    return `${output.name ? `${output.name} = ` : ''}${output.text}`;
  });

/** What stands under a cell that attacks; the cell before it stays as it was, and the page runs on. */
async function attack(source: string, limit?: number): Promise<string[]> {
  const outcomes = await page.evaluate(([sources, limit]) => window.runCells(sources, { limit }), [
    ['const before = 1', source],
    limit,
  ] as const);
  expect(shown(outcomes[0]!)).toEqual(['before = 1']);
  expect((await run('1 + 1')).map(shown)).toEqual([['2']]);
  expect(outcomes).toHaveLength(2);
  return shown(outcomes[1]!);
}

const atWork = 'Stopped after 0.3 s: it was still at work. Is there a loop that does not end?';
const waiting = 'Stopped after 0.3 s: it was still waiting for a promise that did not settle.';
const missing = (name: string): string =>
  `1: ReferenceError: ‘${name}’ is not there in a cell. A cell has the language itself, the page’s numbers and the library, and reaches nothing else.`;

describe('a program that does not end', () => {
  it.each([
    ['loops', 'while (true);', `1: ${atWork}`],
    ['loops after a wait', 'await null;\nfor (;;);', `2: ${atWork}`],
    ['waits', '1;\nawait new Promise(() => {})', `2: ${waiting}`],
    ['waits beside a clock', 'setInterval(() => {}, 1);\nawait new Promise(() => {})', `2: ${waiting}`],
    [
      'makes one small step after another',
      'const f = (): unknown => Promise.resolve().then(f);\nawait f()',
      `2: ${atWork}`,
    ],
    ['loops while it is read', '({ get a() { while (true); } })', `1: ${atWork}`],
    [
      'loops while its error is read',
      'throw { get message() { while (true); }, get stack() { while (true); } }',
      `1: ${atWork}`,
    ],
    ['is a list that holds itself', 'const a: unknown[] = [];\na.push(a);\na', '[[[[[[…]]]]]]'],
    [
      'has a list whose length lies',
      'new Proxy([], { get: (of, name) => (name === "length" ? 2 ** 53 : of[name]) })',
      `1: ${atWork}`,
    ],
    [
      'calls itself',
      'const f = (): number => 1 + f();\nf()',
      '1: RangeError: Too many calls stand inside one another. A function that calls itself needs a case in which it stops.',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await attack(source, short)).toEqual([expected]);
  });

  it('is stopped by the reader', async () => {
    const outcomes = await page.evaluate(() =>
      window.runCells(['1', 'while (true);', '3'], { limit: 60_000, stopAfter: 0 }),
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'stopped', 'not-run']);
    expect(outcomes.map(shown)).toEqual([['1'], ['1: Stopped.'], []]);
  });

  it('does not hold up another', async () => {
    const both = await page.evaluate(() =>
      Promise.all([window.runCells(['while (true);'], { limit: 300 }), window.runCells(['1', '2'])]),
    );
    expect(both.map((outcomes) => outcomes.map(shown))).toEqual([[[`1: ${atWork}`]], [['1'], ['2']]]);
  });
});

describe('a program whose worker is gone', () => {
  it('is ended by the clock, and the next one runs', async () => {
    // A browser that runs out of memory takes a worker away without a word.
    const outcomes = await page.evaluate(() => window.runCells(['1', 'while (true);'], { limit: 1000, loseAfter: 0 }));
    expect(outcomes.at(-1)!.state).toBe('stopped');
    expect((await run('1 + 1')).map(shown)).toEqual([['2']]);
  });
});

describe('a program that takes much', () => {
  it('has many cells', async () => {
    const cells = Array.from(
      { length: 60 },
      (_, i) =>
        `function f${i}(rows: readonly number[][]): number {\n${'  rows.map((row) => row.map((x) => x + 1));\n'.repeat(20)}  return ${i};\n}\nf${i}([[1]])`,
    );
    expect((await run(...cells)).map(shown).at(-1)).toEqual(['59']);
  });

  it.each([
    'new Float32Array(5e7)',
    'new ArrayBuffer(2e8)',
    'new Array(25e6).fill(0)',
    'Array(25e6)',
    'Array.from({ length: 25e6 }, () => 0)',
    '"x".repeat(2e8)',
    'new (class extends Float64Array {})(25e6)',
    'const { constructor } = Object.getPrototypeOf(new Float32Array(1)) as { constructor: Float32ArrayConstructor };\nnew constructor(5e7)',
    'Float32Array.from({ length: 5e7 })',
  ])('is refused 200 MB: %s', async (source) => {
    expect(await attack(source)).toEqual([
      `${source.split('\n').length}: RangeError: This would take 200 MB. A cell may take 64 MB at once.`,
    ]);
  });

  it('may still use arrays as they are', async () => {
    expect(
      await attack(
        'class Row extends Float32Array {}\n[new Float32Array(2) instanceof Float32Array, new Row(2) instanceof Row, Array(3).length, Array.isArray(Array(1)), Float32Array.of(1).map((x) => x + 1)[0], Float32Array.name, new Float32Array(new ArrayBuffer(8), 4).length]',
      ),
    ).toEqual(['[true, true, 3, true, 2, "Float32Array", 1]']);
  });

  it.each([
    ['grows a list', 'const all: unknown[] = [];\nwhile (true) all.push({})', `2: ${atWork}`],
    ['doubles a text', 'let text = "x";\nwhile (true) text += text', '2: RangeError: Invalid string length'],
  ])('%s', async (_, source, expected) => {
    expect(await attack(source, short)).toEqual([expected]);
  });
});

describe('a program that tells much', () => {
  it('prints a million lines', async () => {
    const lines = await attack('for (let i = 0; i < 1e6; i++) console.log(i)');
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('left out: 999800');
  });

  it('prints without an end', async () => {
    const lines = await attack('while (true) console.log("on and on")', short);
    expect(lines.slice(-3)).toEqual(['on and on', 'left out: undefined', `1: ${atWork}`]);
  });

  it.each([
    ['prints a long line', 'console.log("x".repeat(6e7))'],
    ['gives a long text', '"x".repeat(5e6)'],
    ['gives a large matrix', 'Array.from({ length: 300 }, () => Array.from({ length: 300 }, (_, i) => i))'],
    ['gives an object of many names', 'Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [i, i]))'],
    ['gives an object of a long name', '({ ["x".repeat(1e6)]: 1 })'],
  ])('%s', async (_, source) => {
    const [text] = await attack(source);
    expect(text).toMatch(/…/);
    expect(text!.length).toBeLessThan(2100);
  });

  it('throws from a thousand clocks', async () => {
    expect(
      await attack(
        'for (let i = 0; i < 1000; i++) setTimeout(() => { throw new Error(`${i}`) });\nawait new Promise((go) => setTimeout(go, 50))',
      ),
    ).toEqual(['1: Error: 0']);
  });

  it('leaves many promises to fail', async () => {
    expect(await attack('for (let i = 0; i < 10_000; i++) void Promise.reject(new Error(`${i}`))')).toEqual([
      '1: Error: 0',
    ]);
  });

  it.each(['at(1)', 'value(1)', 'start(0)', 'fail(1)'])('calls its runner again and again: %s', async (call) => {
    const lines = await attack(`for (;;) __cell.${call}`, short);
    expect(lines.length).toBeLessThan(400);
  });

  it('says more often than there are cells that a cell has ended', async () => {
    expect((await run('1', 'for (let i = 0; i < 9; i++) await __cell.end()', '3')).length).toBe(3);
    expect((await run('1 + 1')).map(shown)).toEqual([['2']]);
  });
});

describe('a program that looks for a way out', () => {
  it.each([
    ...[
      'fetch("/")',
      'new XMLHttpRequest()',
      'new WebSocket("ws://localhost")',
      'new EventSource("/")',
      'importScripts("/")',
    ],
    ...[
      'indexedDB.open("x")',
      'caches.open("x")',
      'new BroadcastChannel("x")',
      'localStorage.x',
      'navigator.sendBeacon("/")',
    ],
    ...['parent.postMessage(1)', 'top.x', 'document.title', 'window.x', 'self.close()', 'close()', 'location.href'],
    ...[
      'postMessage({ kind: "end" })',
      'new Worker("")',
      'new MessageChannel()',
      'new Blob([])',
      'URL.createObjectURL(1)',
    ],
    ...[
      'addEventListener("message", () => {})',
      'dispatchEvent(1)',
      'onmessage = null',
      'reportError(1)',
      'crypto.subtle',
    ],
  ])('is told that it is not there: %s', async (source) => {
    expect(await attack(source)).toEqual([missing(/^(new )?(\w+)/.exec(source)![2]!)]);
  });

  it('finds nothing but the language and clocks', async () => {
    const names = await attack(
      'const names: string[] = [];\nfor (let from = globalThis; from && from !== Object.prototype; from = Object.getPrototypeOf(from))\n  for (const name of Object.getOwnPropertyNames(from)) if (/^[a-z]/.test(name)) try { globalThis[name]; names.push(name); } catch {}\nconsole.log(names.toSorted().join(" "))',
    );
    expect(names).toEqual([
      'clearInterval clearTimeout console decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt performance queueMicrotask setInterval setTimeout structuredClone undefined unescape',
    ]);
    expect(await attack('[typeof WebAssembly, typeof SharedArrayBuffer, typeof Atomics]')).toEqual([
      '["undefined", "undefined", "undefined"]',
    ]);
  });

  it.each(['eval("1")', 'new Function("return 1")()', '(async () => {}).constructor("1")()'])(
    'makes no code of texts: %s',
    async (source) => {
      expect((await attack(source))[0]).toMatch(/^1: EvalError: /);
    },
  );

  it('makes none by a clock either', async () => {
    expect(await attack('setTimeout("console.log(1)");\nawait new Promise((go) => setTimeout(go, 20));\n2')).toEqual([
      '2',
    ]);
  });

  it.each(['import("/bare/bare.js")', 'const path = "data:text/javascript,";\nawait import(path)'])(
    'imports nothing: %s',
    async (source) => {
      expect(await attack(source)).toEqual([
        `${source.split('\n').length}: A cell imports by its first lines: import { softmax } from ‘attention-notebook’.`,
      ]);
    },
  );

  it('does not leave the function that it stands in', async () => {
    expect(await attack('}}});\nconsole.log("out");\n(async () => {{{')).toEqual(['1: SyntaxError: Unexpected token']);
  });

  it('finds a second wall where the first is gone', async () => {
    const tried = await page.evaluate(
      (address) =>
        window.runBare(`onmessage = async ({ ports: [port] }) => {
          const outcome = async (f) => { try { await f(); return 'done'; } catch (error) { return error.name; } };
          port.postMessage({
            fetch: await outcome(() => fetch('${address}')),
            request: await outcome(() => { const r = new XMLHttpRequest(); r.open('GET', '${address}', false); r.send(); }),
            socket: await outcome(() => new Promise((go, no) => { const s = new WebSocket('${address}'.replace('http', 'ws')); s.onopen = go; s.onerror = () => no(new Error()); })),
            script: await outcome(() => importScripts('${address}bare/bare.js')),
            module: await outcome(() => import('${address}bare/bare.js')),
            eval: await outcome(() => (0, eval)('1')),
            storage: await outcome(() => new Promise((go, no) => { const r = indexedDB.open('x'); r.onsuccess = go; r.onerror = () => no(r.error); })),
            caches: await outcome(() => caches.open('x')),
            origin,
          });
        };`),
      inject('site'),
    );
    expect(tried).toMatchObject({ origin: 'null' });
    for (const [way, outcome] of Object.entries(tried as Record<string, string>))
      expect(`${way}: ${outcome}`).not.toMatch(/: done$/);
  });
});

describe('a program that changes what it stands on', () => {
  it.each([
    ['the console', 'console.log = () => {};\nglobalThis.console = null;\n2', ['2']],
    [
      'the methods of lists',
      'for (const name of Object.getOwnPropertyNames(Array.prototype)) if (name !== "length" && name !== "constructor") Array.prototype[name] = () => { throw 1 };\n[[1, 2], [3, 4]]',
      ['[[1, 2], [3, 4]]'],
    ],
    [
      'the methods of texts',
      'for (const name of Object.getOwnPropertyNames(String.prototype)) if (name !== "length" && name !== "constructor") String.prototype[name] = () => { throw 1 };\nconsole.log("a", 1);\n"b"',
      ['a 1', '"b"'],
    ],
    ['how lists are gone through', 'Array.prototype[Symbol.iterator] = () => { throw 1 };\n[1, 2]', ['[1, 2]']],
    ['promises', 'Promise.prototype.then = () => { throw 1 };\nglobalThis.Promise = null;\n1', ['1']],
    [
      'every object',
      'Object.prototype.kind = "end";\nObject.prototype.then = () => {};\nObject.defineProperty(Object.prototype, "cell", { set() { throw 1 } });\n[1]',
      ['[1]'],
    ],
    [
      'how functions are called',
      'Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => { throw 1 };\n[1]',
      ['[1]'],
    ],
    [
      'how errors tell their way',
      'Error.prepareStackTrace = () => { throw 1 };\nnull!.x',
      ["2: TypeError: Cannot read properties of null (reading 'x')"],
    ],
    [
      'how patterns are found',
      'RegExp.prototype.exec = () => { throw 1 };\nnull!.x',
      ["2: TypeError: Cannot read properties of null (reading 'x')"],
    ],
    [
      'what is global',
      'for (const name of Object.getOwnPropertyNames(globalThis)) try { globalThis[name] = null } catch {}\nconst a = [1]',
      ['a = [1]'],
    ],
  ])('as %s', async (_, source, expected) => {
    expect(await attack(source)).toEqual(expected);
  });

  it.each([
    [
      'a proxy that throws',
      'new Proxy({}, new Proxy({}, { get() { throw 1 } }))',
      ['(a value that cannot be shown: reading it throws an error)'],
    ],
    [
      'a list that throws',
      'new Proxy([1], { get() { throw 1 } })',
      ['(a value that cannot be shown: reading it throws an error)'],
    ],
    [
      'an error that throws',
      'throw new Proxy(new Error("x"), { get() { throw 1 }, getPrototypeOf() { throw 1 } })',
      ['1: Something was thrown that cannot be read.'],
    ],
    ['a promise of its own making', '({ then(go: (x: number) => void) { go(1) } })', ['{ then: ƒ then }']],
  ])('gives %s', async (_, source, expected) => {
    expect(await attack(source)).toEqual(expected);
  });
});

describe('the page', () => {
  it('asked for nothing but itself and the library, all through', () => {
    const site = inject('site');
    expect(
      requested
        .filter((address) => !address.startsWith('blob:'))
        .map((address) => address.slice(site.length).replace(/\.\w{8}\.js$/, '.js')),
    ).toEqual(['bare/', 'bare/bare.js', 'cells/runtime.js']);
    expect(complaints).toEqual([]);
  });

  it('never worked at a stretch for longer than thirty million square roots take', async () => {
    interface Event {
      readonly name: string;
      readonly pid: number;
      readonly tid: number;
      readonly ts: number;
      readonly dur?: number;
      readonly tdur?: number;
      readonly args: { readonly name?: string; readonly chrome_mojo_event_info?: object };
    }
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
    const mains = new Set(
      traceEvents.flatMap(({ name, pid, tid, args }) =>
        name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
      ),
    );
    const onMain = traceEvents.filter(({ pid, tid, tdur }) => tdur !== undefined && mains.has(`${pid} ${tid}`));
    // What the browser itself needs to start a worker is its own, and grows with what else the machine does.
    const starts = onMain.filter(({ args }) => JSON.stringify(args).includes('DedicatedWorker'));
    const tasks = onMain.filter(
      ({ name, ts, dur }) =>
        name.endsWith('RunTask') && !starts.some((start) => start.ts >= ts && start.ts <= ts + dur!),
    );
    const marks = traceEvents.filter(({ name }) => name === 'measure').map(({ ts }) => ts);
    const [measures, own] = [true, false].map((isMeasure) =>
      tasks
        .filter(({ ts, dur }) => marks.some((mark) => mark >= ts && mark <= ts + dur!) === isMeasure)
        // Time on the processor: what other processes take of it is not the page's work.
        .map(({ tdur }) => tdur!)
        .toSorted((a, b) => a - b),
    ) as [number[], number[]];
    expect(own.length).toBeGreaterThan(1000);
    expect(measures.length).toBeGreaterThan(80);
    expect(own.at(-1)! / measures[measures.length >> 1]!).toBeLessThan(3);
  });
});
