import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { refuse } from './refuse.ts';

/** Stops the build on two dollars that are money: between them would be set as a formula. */
export function remarkDollars() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value);
    visit(tree, 'inlineMath', (node) => {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset];
      if (start === undefined || end === undefined) return;
      const written = source.slice(start, end);
      const inside = written.replace(/^\$+|\$+$/g, '');
      if (/^\s|\s$/.test(inside) || /\d/.test(source[end] ?? ''))
        refuse(
          file,
          node,
          `${written} would be set as a formula. Dollars of money are written \\$; a formula has no blank at its ends, and no digit behind it.`,
        );
    });
  };
}
