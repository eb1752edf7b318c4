import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { refuse } from './refuse.ts';

/** Stops the build on a footnote that has no text: it would stand in the page as it is written. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', (node) => {
      const name = /\[\^([^\]\s]+)\]/.exec(node.value)?.[1];
      if (name !== undefined)
        refuse(file, node, `The footnote [^${name}] has no text. Write a line of its own: [^${name}]: …`);
    });
  };
}
