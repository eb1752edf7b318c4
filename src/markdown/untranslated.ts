import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Code, formulas and the letters of quantities are the same in every language: a page that is translated keeps them. */
export function rehypeUntranslated() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { className } = node.properties;
      const isFormula = Array.isArray(className) && className.some((name) => name === 'equation' || name === 'formula');
      const [text] = node.children;
      const isLetter = node.tagName === 'em' && text?.type === 'text' && /^([A-Za-z]|[A-Z]{2})$/.test(text.value);
      if (!isFormula && !isLetter && node.tagName !== 'code' && node.tagName !== 'pre') return undefined;
      node.properties['translate'] = 'no';
      return SKIP;
    });
  };
}
