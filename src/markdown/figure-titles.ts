import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentsIn, importsIn } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Where `#components/` leads, from whichever folder a site is built. */
const root = resolve(import.meta.dirname, '../..');

/** Stops the build on a figure of `content/figures/` that nothing gives a name: its definition, or `title.ts` beside its component. */
export function remarkFigureTitles() {
  return (tree: Root, file: VFile): void => {
    if (!/[\\/]content[\\/]figures[\\/]/.test(file.path)) return;
    for (const { names, from } of importsIn(tree)) {
      const folder = /^#(components\/figures\/[\w-]+)\//.exec(from)?.[1];
      if (!folder || ['figure.ts', 'title.ts'].some((said) => existsSync(join(root, folder, said)))) continue;
      const shown = componentsIn(tree).find(({ name }) => names.includes(name ?? ''));
      refuse(
        file,
        shown ?? tree,
        `Nothing says what this figure is called: write ${folder}/title.ts, as components/figures/complexity-table/ has it.`,
      );
    }
  };
}
