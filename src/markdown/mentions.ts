import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { componentsIn, headingsIn, importsIn, partOf, valueOf, type Component, type Heading } from './mdx.ts';

/** `masks.ar.mdx` has the caption of `masks.mdx` in another language. */
const figureFile = /^#content\/figures\/([\w-]+)(?:\.[\w-]+)?\.mdx$/;

/** The figures of `content/figures/`, by the names of their components in a text. */
export function figuresByName(tree: Root): Map<string | null, string> {
  return new Map(
    importsIn(tree).flatMap(({ names, from }) => {
      const figure = figureFile.exec(from)?.[1];
      return figure === undefined || names[0] === undefined ? [] : [[names[0], figure] as const];
    }),
  );
}

/** The figures of `content/figures/` that a text shows, by their files' names, in the order in which it does. */
export function figuresIn(tree: Root): string[] {
  const figures = figuresByName(tree);
  return [...new Set(componentsIn(tree).flatMap(({ name }) => figures.get(name) ?? []))];
}

/** The claim that a component states or has the reader predict. */
function claimOf(component: Component): string | undefined {
  const id = valueOf(component, partOf(component) === 'Claim' ? 'id' : 'claim');
  return typeof id === 'string' ? id : undefined;
}

/** Where a text states a claim. */
export interface Statement {
  readonly claim: string;
  /** The section it stands in; nothing before the first. */
  readonly section: Heading | undefined;
  /** The id of what states it: the number itself, the question that asks for it, or the figure whose caption does. */
  readonly anchor: string;
}

/**
 * Each claim that a text states, itself or in the caption of a figure that it shows, where
 * it does so first.
 *
 * @param captionOf The file of a figure, by its name.
 */
export function statementsIn(tree: Root, captionOf: (figure: string) => Root): Statement[] {
  const figures = figuresByName(tree);
  const headings = headingsIn(tree);
  const found = new Map<string, Statement>();
  let section: Heading | undefined;
  let passed = 0;
  const state = (claim: string | undefined, anchor: string): void => {
    if (claim !== undefined && !found.has(claim)) found.set(claim, { claim, section, anchor });
  };
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const heading = headings[passed++]!;
      if (heading.depth === 2) section = heading;
    }
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const figure = figures.get(node.name);
    if (figure !== undefined)
      for (const each of componentsIn(captionOf(figure))) state(claimOf(each), `figure-${figure}`);
    const claim = claimOf(node);
    state(claim, partOf(node) === 'Predict' ? `predict-${String(valueOf(node, 'id'))}` : `claim-${claim}`);
  });
  return [...found.values()];
}
