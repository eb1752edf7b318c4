import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, it } from 'vitest';
import { rehypeUnparted } from '../../src/markdown/unparted.ts';

/** The text of a tree, what is held together in it between braces. */
function shown(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const inside = 'children' in node ? node.children.map(shown).join('') : '';
  return node.type === 'element' && String(node.properties['className']) === 'unparted' ? `{${inside}}` : inside;
}

it.each([
  ['a full stop', 'It is $n$. Then', 'It is {n.} Then'],
  ['a bracket on both sides', 'It ($n$), as', 'It {(n),} as'],
  ['the rest of a word', 'the $n$-th one', 'the {n-th} one'],
  ['another formula', 'as $n$/$m$.', 'as {n/}{m.}'],
  ['nothing where spaces stand', 'It is $n$ and', 'It is n and'],
  ['nothing where it stands alone', '$n$', 'n'],
])('holds a formula together with %s', (_what, text, expected) => {
  const html = text.replace(/\$(\w)\$/g, '<code class="language-math math-inline">$1</code>');
  const tree = fromHtml(`<p>${html}</p>`, { fragment: true });
  rehypeUnparted()(tree);
  expect(shown(tree)).toBe(expected);
});
