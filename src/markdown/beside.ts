import { resolve } from 'node:path';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { withBase } from '../../components/base.ts';
import { pageOf } from './links.ts';
import { isSet } from './math.ts';

/**
 * Writes links to the files that a page brings along, such as `references.bib`, from the root: where a page's
 * address is typed without the slash at its end, they would be looked for a folder higher.
 */
export function rehypeBeside({ base, contentRoot = resolve('content') }: { base: string; contentRoot?: string }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node: Element) => {
      if (isSet(node)) return SKIP;
      const { tagName, properties } = node;
      const { href } = properties;
      if (tagName === 'a' && typeof href === 'string' && /^\w[\w.-]*$/.test(href))
        properties['href'] = withBase(pageOf(file.path, contentRoot), base) + href;
      return undefined;
    });
  };
}
