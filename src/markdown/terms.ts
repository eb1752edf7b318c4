import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { readChapterFile } from '../lesson-folder.ts';
import { declaredConcepts } from './declared.ts';
import { pageOf } from './links.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/**
 * Stops the build on a `<Term>` that names no concept of `content/concepts.ts`, and marks the
 * first of each in a chapter, where its cards lead to. A caption has none: its figure may stand
 * in several chapters.
 */
export function rehypeTerms() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const concepts = await declaredConcepts();
    const place = readChapterFile(file.path);
    const lesson = place && pageOf(`${place.folder}/index.mdx`, 'content').slice(1, -1);
    const named = new Set<string>();
    for (const node of componentsIn(tree, 'Term')) {
      const id = valueOf(node, 'id');
      if (typeof id !== 'string' || !Object.hasOwn(concepts, id))
        refuse(file, node, `<Term id="${String(id)}"> names no concept. Known: ${Object.keys(concepts).join(', ')}.`);
      if (lesson && !named.has(id)) node.attributes.push({ type: 'mdxJsxAttribute', name: 'lesson', value: lesson });
      named.add(id);
    }
  };
}
