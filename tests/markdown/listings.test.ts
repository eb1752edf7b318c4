import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { remarkListings } from '../../src/markdown/listings.ts';

interface Tag {
  type: string;
  name?: string;
  lang?: string;
  value?: string;
  attributes: { type: string; name: string; value: unknown }[];
  children: Tag[];
  position: { start: { line: number; column: number }; end: { line: number; column: number } };
}

function tag(name: string, attributes: Record<string, unknown>, line = 1): Tag {
  const place = { line, column: 1 };
  return {
    type: 'mdxJsxFlowElement',
    name,
    children: [],
    position: { start: place, end: place },
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
  };
}
function fill(...children: Tag[]): Tag[] {
  const tree = { type: 'root', children };
  remarkListings()(tree, new VFile({ path: `${process.cwd()}/content/lessons/attention/code.mdx` }));
  return children;
}
const read = ({ attributes }: Tag, name: string): unknown => attributes.find((each) => each.name === name)?.value;

describe('remarkListings', () => {
  it('puts the region into a listing, and says which lines it shows', () => {
    const [listing] = fill(tag('Listing', { file: 'lib/attention/softmax.ts', region: 'softmax' }));
    expect(read(listing!, 'id')).toBe('softmax');
    expect(read(listing!, 'lines')).toMatch(/^\d+–\d+$/);
    expect(listing!.children).toMatchObject([
      { type: 'code', lang: 'ts', value: expect.stringMatching(/^export function softmaxRow[^]*\n}$/) },
    ]);
  });

  it('puts every language into tabs', () => {
    const [tabs] = fill(tag('CodeTabs', { program: 'lib/listings/attention', region: 'dot' }));
    expect(
      tabs!.children.map((listing) => [read(listing, 'language'), read(listing, 'id'), listing.children[0]!.lang]),
    ).toEqual([
      ['TypeScript', 'dot-typescript', 'ts'],
      ['NumPy', 'dot-numpy', 'python'],
      ['PyTorch', 'dot-pytorch', 'python'],
    ]);
  });

  it.each([
    [
      'a missing file',
      tag('Listing', { file: 'lib/none.ts' }, 7),
      'code.mdx:7:1: The listing names lib/none.ts, and there is no such file.',
    ],
    [
      'a missing region',
      tag('Listing', { file: 'lib/attention/softmax.ts', region: 'x' }, 8),
      'code.mdx:8:1: lib/attention/softmax.ts has no region "x". It has: softmax.',
    ],
    [
      'a program that is not told in all languages',
      tag('CodeTabs', { program: 'lib/matmul' }),
      'lib/matmul_numpy.py, and there is no such file',
    ],
    ['a file of another kind', tag('Listing', { file: 'package.json' }), 'listings are .ts or .py files'],
    [
      'a computed path',
      tag('Listing', { file: { type: 'mdxJsxAttributeValueExpression', value: 'x' } }),
      '<Listing> needs file="…", written out.',
    ],
    ['no path', tag('Listing', {}), '<Listing> needs file="…"'],
    [
      'code written inside',
      { ...tag('Listing', { file: 'lib/matmul.ts' }), children: [tag('p', {})] },
      'with nothing inside',
    ],
    [
      'a listing in a sentence',
      { ...tag('Listing', { file: 'lib/matmul.ts' }), type: 'mdxJsxTextElement' },
      'write it on a line of its own',
    ],
  ])('stops on %s', (_, listing, reason) => {
    expect(() => fill(listing)).toThrow(reason);
  });

  it('stops where two listings would have one address, which an id mends', () => {
    const twice = (more: Record<string, string>) => () =>
      fill(
        tag('CodeTabs', { program: 'lib/listings/attention', region: 'softmax' }),
        tag('Listing', { file: 'lib/attention/softmax.ts', region: 'softmax', ...more }),
      );
    expect(twice({})).toThrow('Two listings on this page are called softmax.');
    expect(twice({ id: 'library-softmax' })).not.toThrow();
  });
});
