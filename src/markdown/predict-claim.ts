import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { declaredClaims } from './declared.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a `<Predict>` that asks for a claim which nobody measures, or has no scale to guess it on. */
export function rehypePredictClaim() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const asking = componentsIn(tree, 'Predict').filter((node) => valueOf(node, 'claim') !== undefined);
    if (asking.length === 0) return;
    const known = new Set((await declaredClaims()).map(({ id }) => id));
    for (const node of asking) {
      const [id, claim] = ['id', 'claim'].map((name) => valueOf(node, name));
      if (!(typeof claim === 'string' && known.has(claim)))
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> asks for the claim ${String(claim)}, which lib/claims/ does not have.`,
        );
      const number = (name: string, otherwise: number): number => {
        const value = valueOf(node, name);
        if (value === undefined) return otherwise;
        return typeof value === 'number' ? value : NaN;
      };
      if (!(number('from', 0) < number('to', 1) && number('step', 0.05) > 0))
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> needs a scale to guess on: from={…} below to={…}, in steps step={…} above 0.`,
        );
    }
  };
}
