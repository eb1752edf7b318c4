import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a figure of `content/figures/` without a caption. */
export function remarkCaptions() {
  return (tree: Root, file: VFile): void => {
    if (!/[\\/]content[\\/]figures[\\/]/.test(file.path)) return;
    if (!componentsIn(tree).some((node) => valueOf(node, 'slot') === 'caption'))
      refuse(file, tree, 'This figure has no caption: write <Fragment slot="caption">…</Fragment> inside it.');
  };
}
