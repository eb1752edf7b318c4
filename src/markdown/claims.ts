import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { declaredClaims } from './declared.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/**
 * Stops the build on a `<Claim>` that the list in `lib/claims/` does not have, and marks the
 * first of each in a chapter, where the page of claims leads to. A caption has none: its figure
 * is led to, and may stand on a page that states the same.
 */
export function rehypeClaims() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const claims = componentsIn(tree, 'Claim');
    if (claims.length === 0) return;
    const known = new Set((await declaredClaims()).map(({ id }) => id));
    const inCaption = /[\\/]content[\\/]figures[\\/]/.test(file.path);
    const stated = new Set<string>();
    for (const node of claims) {
      const id = valueOf(node, 'id');
      if (typeof id !== 'string' || !known.has(id))
        refuse(file, node, `<Claim id="${String(id)}"> names no claim. Known: ${[...known].join(', ')}.`);
      if (inCaption || stated.has(id)) continue;
      stated.add(id);
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'first' });
    }
  };
}
