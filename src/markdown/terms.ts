import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { concepts } from '../../content/concepts.ts';
import { refuse } from './refuse.ts';

interface JsxElement {
  readonly type: 'mdxJsxTextElement' | 'mdxJsxFlowElement';
  readonly name: string | null;
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
}

/** Stops the build on a `<Term>` that names no concept of `content/concepts.ts`. */
export function rehypeTerms() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (node) => {
      const { name, attributes } = node as unknown as JsxElement;
      if (name !== 'Term') return;
      const id = attributes.find((attribute) => attribute.name === 'id')?.value;
      if (typeof id !== 'string' || !(id in concepts))
        refuse(file, node, `<Term id="${String(id)}"> names no concept. Known: ${Object.keys(concepts).join(', ')}.`);
    });
  };
}
