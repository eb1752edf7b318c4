import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { refuse } from './refuse.ts';

/** Stops the build on an image without a description, and on one that another server would have to send. */
export function rehypeImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'img') return;
      if (!String(node.properties['alt'] ?? '').trim())
        refuse(file, node, 'This image has no description. Write one between the brackets: ![what it shows](…).');
      const source = String(node.properties['src']);
      if (/^(https?:)?\/\//.test(source))
        refuse(file, node, `The image ${source} would be loaded from another server. Put its file beside the chapter.`);
    });
  };
}
