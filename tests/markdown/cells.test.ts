import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { readOutcome } from '../../components/cells/written.ts';
import { remarkCells } from '../../src/markdown/cells.ts';
import { remarkListings } from '../../src/markdown/listings.ts';
import { componentsIn, parseMdx, valueOf, type Component } from '../../src/markdown/mdx.ts';

async function run(text: string): Promise<Component[]> {
  const tree = parseMdx(text);
  const file = new VFile({ path: `${process.cwd()}/content/lessons/attention/code.mdx` });
  remarkListings()(tree, file);
  await remarkCells()(tree, file);
  return componentsIn(tree);
}
const cell = (code: string, more = ''): string => `\`\`\`ts cell${more}\n${code}\n\`\`\`\n`;
const outcomeOf = (shown: Component) => readOutcome(String(valueOf(shown, 'outcome')));

describe('remarkCells', () => {
  it('runs the cells of a page as one program, and hands each what stands under it, the same at every build', async () => {
    const [first, second] = await run(`${cell('const a = [1, NaN];\na;')}\nText.\n\n${cell('a.length + Q.shape[0]!')}`);
    expect([first, second].map((shown) => [shown!.name, valueOf(shown!, 'id')])).toEqual([
      ['Cell', 'cell-1'],
      ['Cell', 'cell-2'],
    ]);
    expect(outcomeOf(first!).outputs).toMatchObject([{ kind: 'value', shape: [2], numbers: [1, NaN] }]);
    expect(outcomeOf(second!)).toEqual({
      cell: 1,
      state: 'done',
      outputs: [{ kind: 'value', type: 'number', text: '10' }],
    });
  });

  it('leaves other blocks as they are', async () => {
    expect(await run('```ts\nthrow 1;\n```')).toEqual([]);
  });

  it('makes a step worked in numbers a cell, and shows the others with what they print', async () => {
    const [tabs, shown, numpy] = await run(
      `<CodeTabs program="lib/listings/attention" region="dot">\n\n${cell('dot([1, 2], [3, 4]);')}\n</CodeTabs>`,
    );
    expect(tabs!.children).toHaveLength(3);
    expect(
      ['name', 'language', 'id', 'file'].map((name) => (name === 'name' ? shown!.name : valueOf(shown!, name))),
    ).toEqual(['Cell', 'TypeScript', 'dot-typescript', 'lib/listings/attention.ts']);
    expect(shown!.children).toMatchObject([{ value: expect.stringMatching(/^function dot[^]*\}\n\ndot\(\[1, 2\]/) }]);
    expect(outcomeOf(shown!).outputs).toMatchObject([{ text: '11' }]);
    expect(numpy!.children).toMatchObject([
      { type: 'code', value: expect.stringMatching(/^def dot[^]*print\(scores\)$/) },
      { children: [{ value: '[ 1.2709 -0.1964  0.4427]' }] },
    ]);
  });

  it.each([
    [
      'a cell that fails',
      `Text.\n\n${cell('1;\nnull.x;')}`,
      /^content.*code\.mdx:5:1: The cell cell-1 fails: TypeError/,
    ],
    ['one that cannot be read', cell('let = ;'), /^content.*code\.mdx:2:1: The cell cell-1 fails: /],
    [
      'what fails in a step worked in numbers, at its own line',
      `<CodeTabs program="lib/listings/attention" region="dot">\n\n${cell('1;\nnull.x;')}\n</CodeTabs>`,
      /code\.mdx:5:1: The cell dot-typescript fails/,
    ],
    ['one that is said to fail and does not', cell('1;', ' fails'), /code\.mdx:1:1: The cell cell-1 is said to fail/],
    ['a word that is none of a cell', cell('1;', ' hidden'), /code\.mdx:1:1: .*“hidden”/],
  ])('stops the build at %s', async (_, text, reason) => {
    await expect(run(text)).rejects.toThrow(reason);
  });

  it('shows what is meant to fail, and runs what comes after it', async () => {
    const [first, second] = await run(`${cell('null.x;', ' fails')}\n${cell('2;')}`);
    expect(outcomeOf(first!)).toMatchObject({ state: 'failed', outputs: [{ kind: 'error', line: 1 }] });
    expect(outcomeOf(second!)).toMatchObject({ state: 'done' });
  });
});
