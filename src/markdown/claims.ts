import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { claims } from '../../lib/claims/index.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a `<Claim>` that the list in `lib/claims/` does not have. */
export function rehypeClaims() {
  const known = new Set(claims.map(({ id }) => id));
  return (tree: Root, file: VFile): void => {
    for (const node of componentsIn(tree, 'Claim')) {
      const id = valueOf(node, 'id');
      if (typeof id !== 'string' || !known.has(id))
        refuse(file, node, `<Claim id="${String(id)}"> names no claim. Known: ${[...known].join(', ')}.`);
    }
  };
}
