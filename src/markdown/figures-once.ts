import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentsIn } from './mdx.ts';
import { figuresByName } from './mentions.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a figure that stands twice on a page, where addresses name it once. */
export function remarkFiguresOnce() {
  return (tree: Root, file: VFile): void => {
    const figures = figuresByName(tree);
    const shown = new Map<string, number | undefined>();
    for (const node of componentsIn(tree)) {
      const figure = figures.get(node.name);
      if (figure === undefined) continue;
      if (shown.has(figure))
        refuse(
          file,
          node,
          `<${node.name}> stands on this page already, in line ${shown.get(figure)}. Link it there: #figure-${figure}.`,
        );
      shown.set(figure, node.position?.start.line);
    }
  };
}
