import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { concepts } from '../../content/concepts.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a `<Term>` that names no concept of `content/concepts.ts`. */
export function rehypeTerms() {
  return (tree: Root, file: VFile): void => {
    for (const node of componentsIn(tree, 'Term')) {
      const id = valueOf(node, 'id');
      if (typeof id !== 'string' || !(id in concepts))
        refuse(file, node, `<Term id="${String(id)}"> names no concept. Known: ${Object.keys(concepts).join(', ')}.`);
    }
  };
}
