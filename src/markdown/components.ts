import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentsIn, importsIn } from './mdx.ts';
import { refuse } from './refuse.ts';

/** What chapters write without importing it, and what stands in for nothing. */
const known = ['Cell', 'CodeTabs', 'Listing', 'Fragment'];

/** Where a component stands on disk, by its path from the root of the repository. */
export const fileOf = (path: string): URL => new URL(`../../${path}`, import.meta.url);
export const readComponent = (path: string): string => readFileSync(fileOf(path), 'utf8');

/** Stops the build on a component that the text does not import: its page could not be made, and would not say where. */
export function remarkComponents() {
  return (tree: Root, file: VFile): void => {
    const names = [...known, ...importsIn(tree).flatMap((each) => each.names)];
    for (const node of componentsIn(tree)) {
      const name = node.name?.split('.')[0];
      if (name === undefined || !/^[A-Z]/.test(name) || names.includes(name)) continue;
      refuse(file, node, `<${node.name}> is not imported. At the head of the text write: import ${name} from '…'.`);
    }
  };
}
