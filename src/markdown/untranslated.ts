import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Code and formulas are the same in every language: a page that is translated keeps them. */
export function rehypeUntranslated() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { className } = node.properties;
      const isFormula = Array.isArray(className) && className.some((name) => name === 'equation' || name === 'formula');
      if (!isFormula && node.tagName !== 'code' && node.tagName !== 'pre') return undefined;
      node.properties['translate'] = 'no';
      return SKIP;
    });
  };
}
