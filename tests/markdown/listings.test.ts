import { compile } from '@mdx-js/mdx';
import type { Code } from 'mdast';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { remarkListings } from '../../src/markdown/listings.ts';
import { componentsIn, parseMdx, valueOf, type Component } from '../../src/markdown/mdx.ts';

function fill(text: string): Component[] {
  const tree = parseMdx(text);
  remarkListings()(tree, new VFile({ path: `${process.cwd()}/content/lessons/attention/code.mdx` }));
  return componentsIn(tree);
}

describe('remarkListings', () => {
  it('puts the region into a listing, and says which lines it shows', () => {
    const [listing] = fill('<Listing file="lib/attention/softmax.ts" region="softmax" />');
    expect(valueOf(listing!, 'id')).toBe('softmax');
    expect(valueOf(listing!, 'lines')).toMatch(/^\d+–\d+$/);
    expect(listing!.children).toMatchObject([
      { type: 'code', lang: 'ts', value: expect.stringMatching(/^export function softmaxRow[^]*\n}$/) },
    ]);
  });

  it('puts every language into tabs', () => {
    const [tabs, ...listings] = fill('<CodeTabs program="lib/listings/attention" region="dot" />');
    expect(tabs!.children).toEqual(listings);
    expect(
      listings.map((listing) => [
        valueOf(listing, 'language'),
        valueOf(listing, 'id'),
        (listing.children[0] as Code).lang,
      ]),
    ).toEqual([
      ['TypeScript', 'dot-typescript', 'ts'],
      ['NumPy', 'dot-numpy', 'python'],
      ['PyTorch', 'dot-pytorch', 'python'],
    ]);
  });

  it('shows what Python prints to the letter, blanks at the start of a line too', async () => {
    const text =
      '<CodeTabs program="lib/listings/attention" region="all-queries">\n\n```ts cell\nattend();\n```\n\n</CodeTabs>';
    const path = `${process.cwd()}/content/lessons/attention/code.mdx`;
    const page = String(await compile({ value: text, path }, { remarkPlugins: [remarkListings] }));
    expect(page).toContain('"[[0.5075 0.5316]\\n [0.5229 0.4498]\\n [0.6016 0.3876]]"');
    expect(page).toContain('"tensor([[0.5075, 0.5316],\\n        [0.5229, 0.4498],\\n        [0.6016, 0.3876]])"');
  });

  it.each([
    [
      'a missing file',
      '\n\n<Listing file="lib/none.ts" />',
      'code.mdx:3:1: The listing names lib/none.ts, and there is no such file.',
    ],
    [
      'a missing region',
      'Text.\n\n\n<Listing file="lib/attention/softmax.ts" region="x" />',
      'code.mdx:4:1: lib/attention/softmax.ts has no region "x". It has: softmax.',
    ],
    [
      'a program that is not told in all languages',
      '<CodeTabs program="lib/matmul" />',
      'lib/matmul_numpy.py, and there is no such file',
    ],
    ['a file of another kind', '<Listing file="package.json" />', 'listings are .ts or .py files'],
    ['a computed path', '<Listing file={x} />', '<Listing> needs file="…", written out.'],
    [
      'a computed region',
      '<Listing file="lib/attention/softmax.ts" region={x} />',
      '<Listing> needs region="…", written out.',
    ],
    ['no path', '<Listing />', '<Listing> needs file="…"'],
    ['code written inside', '<Listing file="lib/matmul.ts">\n  <p />\n</Listing>', 'with nothing inside'],
    ['a listing in a sentence', 'See <Listing file="lib/matmul.ts" />.', 'write it on a line of its own'],
  ])('stops on %s', (_, listing, reason) => {
    expect(() => fill(listing)).toThrow(reason);
  });

  it('stops where two listings would have one address, which an id mends', () => {
    const twice = (more: string) => () =>
      fill(
        `<CodeTabs program="lib/listings/attention" region="softmax" />\n\n<Listing file="lib/attention/softmax.ts" region="softmax" ${more} />`,
      );
    expect(twice('')).toThrow('Two listings on this page are called softmax.');
    expect(twice('id="library-softmax"')).not.toThrow();
  });
});
