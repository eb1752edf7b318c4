import type { Root } from 'mdast';
import { componentsIn, importsIn, valueOf } from './mdx.ts';

/** The figures of `content/figures/` that a text shows, by their files' names. */
export function figuresIn(tree: Root): string[] {
  return importsIn(tree).flatMap(({ from }) => /^#content\/figures\/([\w-]+)\.mdx$/.exec(from)?.[1] ?? []);
}

/** The claims that a text states or has the reader predict, by their ids. */
export function claimsIn(tree: Root): string[] {
  return componentsIn(tree)
    .map((component) => valueOf(component, component.name === 'Claim' ? 'id' : 'claim'))
    .filter((id) => typeof id === 'string');
}
