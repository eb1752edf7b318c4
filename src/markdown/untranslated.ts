import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { isSet } from './math.ts';

/** Code, formulas and the letters of quantities are the same in every language: a page that is translated keeps them. */
export function rehypeUntranslated() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const [text] = node.children;
      const isLetter = node.tagName === 'em' && text?.type === 'text' && /^([A-Za-z]|[A-Z]{2})$/.test(text.value);
      if (!isSet(node) && !isLetter && node.tagName !== 'code' && node.tagName !== 'pre') return undefined;
      node.properties['translate'] = 'no';
      return SKIP;
    });
  };
}
