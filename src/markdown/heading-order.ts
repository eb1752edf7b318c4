import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { refuse } from './refuse.ts';

/** Stops the build where the headings of a chapter are no outline: a second title, or a level left out. */
export function remarkHeadingOrder() {
  return (tree: Root, file: VFile): void => {
    if (!/[\\/]content[\\/]lessons[\\/]/.test(file.path)) return;
    let above = 1;
    visit(tree, 'heading', (node) => {
      if (node.depth === 1)
        refuse(file, node, 'The page has its title from the head of the file: begin sections with ##.');
      if (node.depth > above + 1)
        refuse(
          file,
          node,
          `A heading of level ${node.depth} follows one of level ${above}. Write it with ${'#'.repeat(above + 1)}.`,
        );
      above = node.depth;
    });
  };
}
