import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { claims } from '../../lib/claims/index.ts';
import { refuse } from './refuse.ts';

interface JsxElement {
  readonly name: string | null;
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
}

/** Stops the build on a `<Claim>` that the list in `lib/claims/` does not have. */
export function rehypeClaims() {
  const known = new Set(claims.map(({ id }) => id));
  return (tree: Root, file: VFile): void => {
    visit(tree, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (node) => {
      const { name, attributes } = node as unknown as JsxElement;
      if (name !== 'Claim') return;
      const id = attributes.find((attribute) => attribute.name === 'id')?.value;
      if (typeof id !== 'string' || !known.has(id))
        refuse(file, node, `<Claim id="${String(id)}"> names no claim. Known: ${[...known].join(', ')}.`);
    });
  };
}
