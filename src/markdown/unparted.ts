import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const isFormula = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'code' && Array.isArray(className) && className.includes('math-inline');

/** Takes off a text what stands against the formula beside it, at this end of the text. */
function taken(beside: ElementContent | undefined, end: RegExp): Text[] {
  if (beside?.type !== 'text') return [];
  const [value] = end.exec(beside.value)!;
  beside.value = beside.value.replace(end, '');
  return value ? [{ type: 'text', value }] : [];
}

/** Holds a formula together with what stands against it: a browser would begin a line with the full stop behind it. */
export function rehypeUnparted() {
  return (tree: Root): void =>
    visit(tree, 'element', (node: Element, index, parent) => {
      if (!isFormula(node) || !parent) return undefined;
      const siblings = parent.children as ElementContent[];
      const open = taken(siblings[index! - 1], /\S*$/);
      const close = taken(siblings[index! + 1], /^\S*/);
      if (open.length + close.length > 0)
        siblings[index!] = {
          type: 'element',
          tagName: 'span',
          properties: { className: ['unparted'] },
          children: [...open, node, ...close],
        };
      return SKIP;
    });
}
