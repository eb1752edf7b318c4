import type { Node } from 'unist';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/jupyter/cells.ts';
import { toNotebook } from '../../src/jupyter/notebook.ts';
import { notebooksOf } from '../../src/jupyter/notebooks.ts';
import { parseMdx } from '../../src/markdown/mdx.ts';

const numpy = 'lib/listings/attention_numpy.py';

function cells(source: string, address: (href: string) => string | undefined = () => undefined) {
  const chapter = {
    ...{ source, tree: parseMdx(source), title: 'A chapter', address },
    place: ({ position }: Node) => `code.mdx:${position!.start.line}:${position!.start.column}`,
    claim: (id: string) => `the value of ${id}`,
    figureTitle: (figure: string) => `Title of ${figure}`,
  };
  return cellsOf(chapter, numpy);
}

/** What follows the title and the imports. */
const told = (...[source, address]: Parameters<typeof cells>): string[] =>
  cells(source, address)
    .slice(2)
    .map(({ source }) => source);

describe('a notebook made of a chapter', () => {
  it('begins with the title, where it comes from, and what its code imports', () => {
    const [title, imports] = cells('Text.', (href) => `https://a.invalid/chapter/${href}`);
    expect(title!.source).toMatch(
      /^# A chapter\n\nMade from \[the chapter “A chapter”\]\(https:\/\/a\.invalid\/chapter\/\)/,
    );
    expect(imports).toMatchObject({ kind: 'code', source: expect.stringMatching(/^import numpy as np/), printed: '' });
  });

  it('keeps prose as it was written, and says what only the page can show', () => {
    expect(told('A <Term id="query">*query*</Term> is <Claim id="x" /> of $\\Q\\K^{\\top}$, `\\Q`.')).toEqual([
      'A *query* is the value of x of ${Q}{K}^{\\top}$, `\\Q`.',
    ]);
    expect(told("import Masks from '#content/figures/masks.mdx';\n\n<Masks />")).toEqual([
      '*On the page a figure stands here: Title of masks.*',
    ]);
    expect(told('## Here\n\n<Exercise id="x" />', (href) => `https://a.invalid/${href}`)).toEqual([
      '## Here\n\n*On the page there is something to try here: [Here](https://a.invalid/#here).*',
    ]);
    expect(told('<PageOnly>\n\nPick a language.\n\n</PageOnly>\n\n<Tally />\n\n{/* later */}\n\nText.')).toEqual([
      'Text.',
    ]);
  });

  it('cites by author and year, and links in full or not at all', () => {
    const text =
      'Said [@vaswani2017, eq. 1; @dao2022] and [in *prose*](./plain-english.mdx), [away](https://b.invalid/).';
    expect(told(text)).toEqual([
      'Said (Vaswani et al. 2017, eq.\u00a01; Dao et al. 2022) and in *prose*, [away](https://b.invalid/).',
    ]);
    expect(told(text, (href) => `https://a.invalid/${href}`)).toEqual([
      'Said ([Vaswani et al. 2017, eq.\u00a01](https://a.invalid/#ref-vaswani2017); [Dao et al. 2022](https://a.invalid/#ref-dao2022)) and [in *prose*](https://a.invalid/./plain-english.mdx), [away](https://b.invalid/).',
    ]);
  });

  it('asks as the page does, the answer folded', () => {
    const [predict] = told(
      `<Predict id="p" ask="Is $\\Q$ one?" options={['Yes', { say: 'No', because: 'It is $\\\\K$.' }]} answer={0}>\n\nWhy <Term id="key">so</Term>.\n\nMore.\n\n</Predict>`,
    );
    expect(predict!.split('\n\n')).toEqual([
      '**Predict.** Is ${Q}$ one?',
      '- Yes\n- No',
      '<details><summary>Show the answer</summary>',
      '**Yes.**',
      'Why so.',
      'More.',
      '“No”: It is ${K}$.',
      '</details>',
    ]);
    expect(told('<Question ask="Why?">\n\nSo.\n\n</Question>')).toEqual([
      '**Think.** Why?\n\n<details><summary>Show the answer</summary>\n\nSo.\n\n</details>',
    ]);
  });

  it('runs the listings of its program, and shows those of others', () => {
    const made = cells(
      'A.\n\n<CodeTabs program="lib/listings/attention" region="causal-mask" />\n\n<Listing file="lib/attention/softmax.ts" region="softmax" />\n\n<Listing file="lib/listings/attention_pytorch.py" region="built-in" />\n\n## B',
    ).slice(2);
    expect(made.map(({ kind }) => kind)).toEqual(['markdown', 'code', 'code', 'markdown', 'markdown']);
    expect(made[1]).toMatchObject({ source: expect.stringMatching(/^def causal_mask/), printed: '' });
    expect(made[2]).toEqual({
      kind: 'code',
      source: 'print(causal_mask(3, 3))',
      printed: '[[ True False False]\n [ True  True False]\n [ True  True  True]]',
    });
    expect(made[3]!.source).toMatch(
      /^`lib\/attention\/softmax.ts`:\n\n```typescript\nexport [^]+\n```\n\n`lib\/listings\/attention_pytorch.py`:\n\n```python\ndef [^]+\n```$/,
    );
  });

  it('stops on a step that its file does not work in numbers', () => {
    expect(() => told('\n<CodeTabs program="lib/listings/attention" region="no-such" />')).toThrow(
      `code.mdx:2:1: ${numpy} has no region "no-such-worked". It has: `,
    );
  });

  it('stops on a component in a sentence that it cannot tell', () => {
    expect(() => told('A <Slider id="x" /> here.')).toThrow(
      'code.mdx:1:3: Neither a notebook nor a worksheet can tell <Slider> in a sentence: write',
    );
  });

  it('is there for each Python file of a program, and for no chapter without one', () => {
    expect(
      notebooksOf(
        parseMdx(
          '<CodeTabs program="lib/listings/attention" region="dot" />\n\n<CodeTabs program="lib/listings/attention" region="mix" />',
        ),
        'attention',
      ),
    ).toEqual([
      { name: 'attention-numpy', file: 'lib/listings/attention_numpy.py' },
      { name: 'attention-pytorch', file: 'lib/listings/attention_pytorch.py' },
    ]);
    expect(notebooksOf(parseMdx('Text.'), 'attention')).toEqual([]);
  });

  it('is a file of format 4.5, the same each time', () => {
    const made = cells('<CodeTabs program="lib/listings/attention" region="mix" />');
    const file = toNotebook(made);
    expect(toNotebook(made)).toBe(file);
    expect(JSON.parse(file)).toMatchObject({
      ...{ nbformat: 4, nbformat_minor: 5 },
      cells: [
        { id: 'cell-1', cell_type: 'markdown' },
        { id: 'cell-2', cell_type: 'code', outputs: [] },
        { id: 'cell-3', cell_type: 'code', outputs: [] },
        { id: 'cell-4', execution_count: null, outputs: [{ name: 'stdout', text: '[0.6657 0.3693]\n' }] },
      ],
    });
  });
});
