import { describe, expect, it } from 'vitest';
import type { AtHand, Outcome, Output } from '../../components/cells/outcome.ts';
import { runInNode } from '../../src/cells/run-in-node.ts';

const cellsOf = (sources: readonly string[]) => sources.map((source, index) => ({ id: `cell-${index + 1}`, source }));
const run = (...sources: string[]): Promise<readonly Outcome[]> => runInNode(cellsOf(sources));
const states = (outcomes: readonly Outcome[]): string => outcomes.map(({ state }) => state).join(', ');
/** What stands under a cell, a line each. */
const shown = ({ outputs }: Outcome): string[] =>
  outputs.map((output: Output) => {
    if (output.kind === 'printed') return output.text;
    if (output.kind === 'left-out') return `left out: ${output.count}`;
    if (output.kind === 'error') return `${output.line}: ${output.message}`;
    return `${output.name ? `${output.name} = ` : ''}${output.text}`;
  });
/** What stands under the last of some cells. */
async function last(...sources: string[]): Promise<string[]> {
  return shown((await run(...sources)).at(-1)!);
}

describe('cells of a page', () => {
  it('are one program: what a cell declares, later cells see', async () => {
    const outcomes = await run(
      'const a = 2;\nfunction twice(x: number) { return 2 * x; }',
      'class Point { x = a }\nlet b = twice(a);',
      'b += new Point().x;\nb',
    );
    expect(states(outcomes)).toBe('done, done, done');
    expect(outcomes.map(shown)).toEqual([[], ['b = 4'], ['6']]);
    expect(outcomes.map(({ cell }) => cell)).toEqual([0, 1, 2]);
    expect(outcomes.every(({ ms }) => ms! >= 0)).toBe(true);
  });

  it('may say of a place that is written to that it is there', async () => {
    const cell = 'const a = [1, 2];\na[0]! += 2;\na[1]! = 5;\nconst unequal = [a[0]!=a[1], 1 !== 1, a[0]! != 3];';
    expect(await last(cell)).toEqual(['unequal = [true, false, false]']);
    expect(await last('const b = [1];\nb[0]! **= 2;\nb[0]! ??= 1;\nb')).toEqual(['[1]']);
  });

  it('see nothing of a later one', async () => {
    expect((await run('late()', 'function late() { return 1 }')).map(shown)).toEqual([
      ['1: ReferenceError: late is not defined'],
      [],
    ]);
  });

  it('begin from nothing each time', async () => {
    const sources = ['globalThis.count = (globalThis.count ?? 0) + 1', 'Array.prototype.left = 1;\n[].left'];
    expect((await run(...sources)).map(shown)).toEqual([['1'], ['1']]);
    expect((await run(...sources)).map(shown)).toEqual([['1'], ['1']]);
    expect(await last('[].left')).toEqual([]);
  });

  it('find at hand what the page gives them, and may give its name to something else', async () => {
    const atHand: AtHand = {
      sentence: ['the', '“bank”'],
      Q: { data: new Float32Array([0.1, -0, 1e-30]), shape: [1, 3] },
      words: [[1, -2.5]],
    };
    const outcomes = await runInNode(
      cellsOf(['sentence.join(" ")', 'Q', 'words', 'Q.data[0] === Math.fround(0.1)', 'const Q = 1', 'Q']),
      atHand,
    );
    expect(outcomes.map(shown)).toEqual([
      ['"the “bank”"'],
      ['Tensor (1, 3) [0.10000000149011612, -0, 1.0000000031710769e-30]'],
      ['[[1, -2.5]]'],
      ['true'],
      ['Q = 1'],
      ['1'],
    ]);
  });

  it('say which two of them declare one name, and those before still run', async () => {
    const outcomes = await run('const a = 1', 'const b = a', '// about\nfunction a() {}');
    expect(outcomes.map(shown)).toEqual([
      ['a = 1'],
      ['b = 1'],
      ['2: ‘a’ is declared in cell 1 and declared again in cell 3. Give one of them another name.'],
    ]);
  });

  it('may import the same, and may not both import and declare it', async () => {
    const softmax = "import { softmax } from 'attention-notebook';";
    expect(states(await run(softmax, `${softmax}\ntypeof softmax`))).toBe('done, done');
    expect(await last(softmax, 'const softmax = 1')).toEqual([
      '1: ‘softmax’ is imported in cell 1 and declared again in cell 2. Give one of them another name.',
    ]);
    expect(await last('const softmax = 1', softmax)).toEqual([
      '1: ‘softmax’ is declared in cell 1 and imported in cell 2. Give one of them another name: import { softmax as theirs } from ‘attention-notebook’.',
    ]);
  });

  it('may end in a cell that the page does not show', async () => {
    expect(
      await last(
        'const answer = [1, 2]',
        '{ const answer_ = answer.length; if (answer_ !== 3) throw new Error("a row of 3"); }',
      ),
    ).toEqual(['1: Error: a row of 3']);
  });
});

describe('the value of a cell', () => {
  it.each([
    ['an expression', '1 + 1 // two', ['2']],
    ['an expression in two parts', '1, 2;', ['2']],
    ['a declaration', 'const a: number = 3', ['a = 3']],
    ['each name of a declaration', 'let a = 1, b = "x"; // both', ['a = 1', 'b = "x"']],
    [
      'each name of a pattern',
      'const [a, { b, c: d = 2, ...e }] = [1, { b: 3, f: 4 }] as const',
      ['a = 1', 'b = 3', 'd = 2', 'e = { f: 4 }'],
    ],
    ['nothing of a function', 'const f = () => 1', []],
    ['nothing of a function declared', 'function f() {}', []],
    ['nothing of a class', 'class C {}', []],
    ['nothing of a type', 'type T = number', []],
    ['nothing of what is not defined', 'let a: number | undefined', []],
    ['nothing of a statement', 'for (const a of [1]) a', []],
    ['nothing of comments', '// one\n/* two */', []],
    ['nothing of nothing', '', []],
    ['what stands before a comment', '2\n// the end', ['2']],
    ['an exported declaration', 'export const a = 1', ['a = 1']],
    ['null', 'null', ['null']],
    ['a promise as one', 'Promise.resolve(1)', ['Promise: write await before it to see what it brings']],
    ['what a promise brings', 'await Promise.resolve(1)', ['1']],
  ])('is %s', async (_, source, expected) => {
    expect(await last(source)).toEqual(expected);
  });

  it.each([
    ['[1, 2.5]', { type: 'number[]', shape: [2], numbers: [1, 2.5], text: '[1, 2.5]' }],
    ['[[1, 2], [3, 4], [5, 6]]', { type: 'number[][]', shape: [3, 2], numbers: [1, 2, 3, 4, 5, 6] }],
    ['[[[1], [2]]]', { type: 'number[][][]', shape: [1, 2, 1], numbers: [1, 2] }],
    ['[[1], [2, 3]]', { type: 'number[][]', text: '[[1], [2, 3]]' }],
    ['[[true, false]]', { type: 'boolean[][]', shape: [1, 2] }],
    [
      '[-Infinity, NaN, -0]',
      { type: 'number[]', shape: [3], numbers: [-Infinity, NaN, -0], text: '[-Infinity, NaN, -0]' },
    ],
    ['new Float32Array([1, 2])', { type: 'Float32Array', shape: [2], numbers: [1, 2], text: 'Float32Array(2) [1, 2]' }],
    ['({ data: new Float32Array(6), shape: [2, 3] })', { type: 'Tensor', shape: [2, 3], numbers: [0, 0, 0, 0, 0, 0] }],
    ['[1, "a"]', { type: 'unknown[]', shape: [2] }],
    ['[]', { type: 'unknown[]', shape: [0] }],
    ['["a"]', { type: 'string[]', shape: [1] }],
    ['"a"', { type: 'string', text: '"a"' }],
    ['0.1 + 0.2', { type: 'number', text: '0.30000000000000004' }],
    ['({ a: 1, f() {} })', { type: 'object', text: '{ a: 1, f: ƒ f }' }],
    ['new (class Layer { heads = 2 })()', { type: 'Layer', text: 'Layer { heads: 2 }' }],
    ['new Map([["a", 1]])', { type: 'Map', text: 'Map(1) [["a", 1]]' }],
    ['(() => { const a = []; a.push(a); return a })()', { text: '[[[[[[…]]]]]]' }],
  ])('of %s is told with its type and shape', async (source, expected) => {
    const [outcome] = await run(source);
    const [output] = outcome!.outputs;
    expect(output).toMatchObject(expected);
    if (!('numbers' in expected)) expect(output).not.toHaveProperty('numbers');
    if (!('shape' in expected)) expect(output).not.toHaveProperty('shape');
  });

  it('is cut where it is large', async () => {
    const [outcome] = await run('Array.from({ length: 100 }, () => Array.from({ length: 100 }, (_, i) => i))');
    const [output] = outcome!.outputs;
    expect(output).toMatchObject({ kind: 'value', shape: [100, 100] });
    const { numbers, text } = output as Extract<Output, { kind: 'value' }>;
    expect(numbers).toHaveLength(4096);
    expect(text.length).toBeLessThan(2100);
    expect(text).toMatch(/…/);
  });
});

describe('what a cell prints', () => {
  it('stands in its order, before its value, as text', async () => {
    expect(await last('console.log("a", 1, [1, "b"]);\nconsole.warn({ a: null });\nconst c = 3')).toEqual([
      'a 1 [1, "b"]',
      '{ a: null }',
      'c = 3',
    ]);
  });

  it('is kept when the cell fails afterwards', async () => {
    expect(await last('console.log("before");\nnull!.x')).toEqual([
      'before',
      "2: TypeError: Cannot read properties of null (reading 'x')",
    ]);
  });

  it('is cut after some lines, and says how many more there were', async () => {
    const lines = await last('for (let i = 0; i < 1_000_000; i++) console.log(i);\nconst done = true');
    expect(lines).toHaveLength(202);
    expect(lines.slice(-3)).toEqual(['199', 'left out: 999800', 'done = true']);
  });

  it('is cut where one line is long', async () => {
    expect((await last('console.log("x".repeat(1e6))'))[0]!.length).toBe(2001);
  });
});

describe('TypeScript in a cell', () => {
  it.each([
    [
      'types',
      'type Row = readonly number[];\ninterface Named { name: string }\nconst row: Row = [1] as Row',
      ['row = [1]'],
    ],
    ['generics', 'function first<T>(all: T[]): T { return all[0]!; }\nfirst<number>([7])', ['7']],
    ['satisfies', 'const a = { b: 1 } satisfies Record<string, number>', ['a = { b: 1 }']],
    ['an enum', 'enum Kind { query, key }\nKind.key', ['1']],
    ['what is surely there', 'const rows: (number[] | undefined)[] = [[5]];\nrows[0]![0]!', ['5']],
    [
      'types of several lines',
      'type A = {\n  a: number;\n};\nconst x: A =\n  { a: 1 };\nx.b.c',
      ["6: TypeError: Cannot read properties of undefined (reading 'c')"],
    ],
    ['a template that looks like an end', 'const a = 1;\n`${`}`} ${a}} {`', ['"} 1} {"']],
    ['a regular expression that looks like one', '/[}"`/]/.test("}")', ['true']],
    ['a cell that awaits', 'const a = await new Promise<number>((go) => setTimeout(() => go(4), 5))', ['a = 4']],
    ['a loop that awaits', 'let sum = 0;\nfor await (const x of [Promise.resolve(1), 2]) sum += x;\nsum', ['3']],
    [
      'a type that is not said to be one',
      "import { tensor, Tensor } from 'attention-notebook'\nconst t: Tensor = tensor([1], [1])",
      ['t = Tensor (1) [1]'],
    ],
  ])('has %s', async (_, source, expected) => {
    expect(await last(source)).toEqual(expected);
  });
});

describe('an import', () => {
  it('brings what the library has, under another name too', async () => {
    expect(
      await last(
        "import {\n  softmax as theirs,\n  type Tensor,\n} from 'attention-notebook'\nimport * as all from \"attention-notebook\"\nimport type { Mask } from 'attention-notebook'\n[theirs === all.softmax, typeof all.matmul]",
      ),
    ).toEqual(['[true, "function"]']);
  });

  it.each([
    [
      "1\nimport lodash from 'lodash'",
      '2: Line 2 imports ‘lodash’. A cell can import from ‘attention-notebook’, and from nothing else.',
    ],
    [
      "import './other.ts'",
      '1: Line 1 imports ‘./other.ts’. A cell can import from ‘attention-notebook’, and from nothing else.',
    ],
    [
      "import attention from 'attention-notebook'",
      '1: Line 1 needs braces: import { softmax } from ‘attention-notebook’.',
    ],
    [
      "\nimport { sofmax } from 'attention-notebook'",
      '2: SyntaxError: The library has nothing by the name of ‘sofmax’.',
    ],
    [
      "await import('attention-notebook')",
      '1: A cell imports by its first lines: import { softmax } from ‘attention-notebook’.',
    ],
    ['export { a }', '1: A cell exports nothing: later cells see its names as they are.'],
  ])('of anything else gets a sentence: %s', async (source, expected) => {
    expect(await last(source)).toEqual([expected]);
  });
});

describe('a mistake', () => {
  it.each([
    ['a letter too much', 'const a = 1;\nlet b = 1 2', '2: SyntaxError: Unexpected token, expected ";"'],
    [
      'a bracket left open',
      'const a = [1,\n',
      '1: The cell ends too early: something that it opens is not closed, or not finished.',
    ],
    ['a bracket that would close what stands around the cell', '1 }', '1: SyntaxError: Unexpected token'],
    ['brackets that would close and open it', '}; console.log("out"); {', '1: SyntaxError: Unexpected token'],
    ['a comment left open', '1 /* and', '1: SyntaxError: Unterminated comment'],
    [
      'a return',
      '\nreturn 3',
      '2: A return stands outside of a function here. The last line of a cell is its value without it.',
    ],
    [
      'a name declared twice',
      'const a = 1;\n\nconst a = 2',
      "3: SyntaxError: Identifier 'a' has already been declared",
    ],
    ['a break out of nothing', '1\nbreak', '2: SyntaxError: Illegal break statement'],
    ['a namespace', 'namespace A { const b = 1 }', '1: A cell has no namespaces: an object does the same.'],
  ])('is found in its own cell and line: %s', async (_, source, expected) => {
    const outcomes = await run('1', source, '3');
    expect(states(outcomes)).toBe('done, failed, not-run');
    expect(outcomes.map(shown)).toEqual([['1'], [expected], []]);
  });

  it.each([
    ['thrown by the cell', ['const a = 1;\n\nthrow new RangeError("no")'], '3: RangeError: no'],
    ['thrown within a function of the cell', ['const f = () => {\n  throw new Error("in");\n};\nf()'], '2: Error: in'],
    [
      'thrown by an earlier cell’s function',
      ['function f() {\n  throw new Error("far");\n}', '\n[1].map(() =>\n  f())'],
      '3: Error: far',
    ],
    [
      'thrown in the library',
      ["import { tensor } from 'attention-notebook';\nconst rows = 2;\ntensor([1], [rows, 2])"],
      '3: RangeError: Shape (2, 2) holds 4 numbers, but 1 were given.',
    ],
    [
      'thrown after a wait',
      ['await Promise.resolve();\nawait null;\nundefinedName'],
      '3: ReferenceError: undefinedName is not defined',
    ],
    ['thrown and no Error', ['1;\nthrow "text"'], '2: This was thrown, which is not an Error: text'],
    [
      'a promise that nobody caught',
      ['1;\nconst late = async () => { throw new Error("late") };\nvoid late();'],
      '2: Error: late',
    ],
    [
      'thrown by a clock',
      ['setTimeout(() => { throw new Error("tick") });\nawait new Promise((go) => setTimeout(go, 20))'],
      '1: Error: tick',
    ],
    [
      'calls without an end',
      ['function f(): number {\n  return 1 + f();\n}', 'f()'],
      '1: RangeError: Too many calls stand inside one another. A function that calls itself needs a case in which it stops.',
    ],
    [
      'an array of 200 MB',
      ['1;\nnew Float32Array(5e7)'],
      '2: RangeError: This would take 200 MB. A cell may take 64 MB at once.',
    ],
  ])('is told at the reader’s own line: %s', async (_, sources, expected) => {
    expect(await last(...sources)).toEqual([expected]);
  });

  it('that is meant does not stop the cells after it', async () => {
    const outcomes = await runInNode(
      ['const a = 1', 'throw new Error("meant")', 'const b = ;', 'const b = a'].map((source, index) => ({
        id: `${index}`,
        source,
        meantToFail: index === 1 || index === 2,
      })),
    );
    expect(states(outcomes)).toBe('done, failed, failed, done');
    expect(outcomes.map(shown)).toEqual([
      ['a = 1'],
      ['1: Error: meant'],
      ['1: SyntaxError: Unexpected token'],
      ['b = 1'],
    ]);
  });
});

describe('the clock', () => {
  const stop = async (source: string): Promise<readonly Outcome[]> =>
    runInNode(cellsOf(['console.log("first")', source, '3']), {}, { limit: 1000 });

  it.each([
    [
      'a loop without an end',
      'console.log("on");\nwhile (true);',
      '2: Stopped after 1 s: it was still at work. Is there a loop that does not end?',
    ],
    [
      'a promise that never settles',
      'console.log("on");\nawait new Promise(() => {})',
      '2: Stopped after 1 s: it was still waiting for a promise that did not settle.',
    ],
  ])('stops %s, and what was printed stays', async (_, source, expected) => {
    const outcomes = await stop(source);
    expect(states(outcomes)).toBe('done, stopped, not-run');
    expect(outcomes.map(shown)).toEqual([['first'], ['on', expected], []]);
  });
});
