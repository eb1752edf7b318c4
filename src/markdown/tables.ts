import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { isSet } from './math.ts';
import type { VFile } from 'vfile';
import type { Strings } from '../../content/strings/en.ts';

/**
 * Wraps each Markdown table so that a wide one scrolls by itself. Each cell but
 * the first of a row carries the name of its column, for windows that have no room for columns.
 */
export function rehypeTables({ strings }: { readonly strings: (file: string) => Strings }) {
  return (tree: Root, file: VFile): void => {
    const { table: name } = strings(file.path).chapter;
    visit(tree, 'element', (node: Element, index, parent) => {
      if (isSet(node)) return SKIP;
      if (node.tagName !== 'table' || index === undefined || !parent) return undefined;
      nameCells(node);
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table', 'scroll'], role: 'group', ariaLabel: name },
        children: [node],
      };
      return SKIP;
    });
  };
}

function nameCells(table: Element): void {
  let names: string[] = [];
  visit(table, 'element', ({ tagName, children }: Element) => {
    if (tagName !== 'tr') return;
    const cells = children.filter((child) => child.type === 'element');
    if (cells.some((cell) => cell.tagName === 'th')) {
      names = cells.map((cell) => toString(cell));
      // A corner without words heads nothing.
      for (const [at, cell] of cells.entries()) if (names[at]!.trim() === '') cell.tagName = 'td';
    } else cells.slice(1).forEach((cell, index) => (cell.properties['dataLabel'] = names[index + 1]));
  });
}
