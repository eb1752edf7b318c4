import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../../src/markdown/formula-tree.ts';
import { setFormula } from '../../src/markdown/math.ts';

/** What a tree says, whichever way its attributes are written: `viewBox` or `viewbox`, one text or a list. */
function plain(node: Nodes): unknown {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return 'children' in node ? node.children.map(plain) : node.type;
  const attributes = Object.entries(node.properties).map(([name, value]) => [
    name.toLowerCase().replaceAll('-', ''),
    [value].flat().join(' '),
  ]);
  return [node.tagName, Object.fromEntries(attributes), node.children.map(plain)];
}

describe('treeOf(html)', () => {
  it.each([
    ['a letter', 'n'],
    ['marks of concepts', '\\Q \\K^\\top'],
    ['a root, which is drawn', '\\frac{\\Q\\K^\\top}{\\sqrt{\\dK}}'],
    ['braces and arrows of any width', '\\underbrace{a + b}_{\\text{two}} \\xrightarrow{f} \\overline{c}'],
    ['what HTML writes as entities', 'a < b \\And c > d \\text{“e’ f”}'.replace('\\And', '\\mathbin{\\&}')],
    ['a table', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}'],
  ])('reads %s as a browser does', (_, tex) => {
    for (const display of [true, false]) {
      const html = setFormula(tex, display);
      expect(treeOf(html).map(plain)).toEqual(fromHtml(html, { fragment: true }).children.map(plain));
    }
  });

  it('tells steps after it the classes one by one, and what is not spoken', () => {
    expect(treeOf('<span class="katex-html  base" aria-hidden="true">x</span>')).toMatchObject([
      { properties: { className: ['katex-html', 'base'], ariaHidden: 'true' } },
    ]);
  });
});
