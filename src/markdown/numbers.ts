import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { allowed } from '../../content/numbers.ts';
import { textsIn } from './mdx.ts';
import { refuse } from './refuse.ts';

/** A decimal, a percentage, or a factor in words. */
const bare = /\d[\d,]*\.\d+|\d+(?:\.\d+)? ?(?:%|per ?cent)|\b(?:tens|dozens|hundreds|thousands) of times\b/gi;
/** A version, which is no measurement. */
const version = /\b(?:Python|NumPy|PyTorch|Node|Astro|TypeScript|Unicode|CUDA) \d+(?:\.\d+)+/g;
/** Citations name equations and sections by such numbers. */
const citation = /\[[^\][]*@[^\][]*\]/g;

/**
 * Stops the build on a decimal, a percentage or a factor in words typed into prose. What a program computes
 * is printed by it, through `<Claim id>`; what no program computes is cited, is TeX, or
 * stands with its reason in `content/numbers.ts`.
 */
export function remarkNumbers({ permitted = allowed as readonly { readonly text: string }[] } = {}) {
  const known = new Set(permitted.map(({ text }) => text));
  return (tree: Root, file: VFile): void => {
    const check = (node: Nodes, prose: string): void => {
      const found = prose
        .replace(citation, '')
        .replace(version, '')
        .match(bare)
        ?.find((number) => !known.has(number));
      if (found !== undefined)
        refuse(
          file,
          node,
          `The number ${found} is typed into the prose. Print it by <Claim id="…" />, cite its source, or give its reason in content/numbers.ts.`,
        );
    };
    visit(tree, (node) => {
      if (node.type === 'text') check(node, node.value);
      if (node.type === 'inlineCode' || node.type === 'code') return SKIP;
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
        for (const text of textsIn(node)) check(node, text);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
        for (const { value } of node.attributes) {
          if (typeof value === 'string') check(node, value);
          else if (value) for (const text of textsIn(value)) check(node, text);
        }
      return undefined;
    });
  };
}
