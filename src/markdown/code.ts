import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { bundledLanguages, isSpecialLang } from 'shiki';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { highlighting } from './highlighting.ts';
import { refuse } from './refuse.ts';

/** What Astro's own step makes of a block of code. */
const colour = (rehypeShiki as unknown as (config: typeof highlighting) => (tree: Root) => Promise<void>)(highlighting);

const mostKept = 1024;
const coloured = new Map<string, Element>();

/**
 * Colours code as Astro does, each block once: of all that is done for a chapter this takes longest, and who
 * changes one block of it while writing would wait for all the others.
 */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: { readonly block: Element; readonly parent: Root | Element; readonly key: string }[] = [];
    visit(tree, 'element', (block, _index, parent) => {
      const [code] = block.children;
      if (block.tagName !== 'pre' || block.children.length !== 1) return;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const { className, metastring } = code.properties;
      const language = [className ?? []]
        .flat()
        .map((name) => /^language-(.+)/.exec(String(name))?.[1])
        .find(Boolean);
      if (language !== undefined && language !== 'math' && !isSpecialLang(language) && !(language in bundledLanguages))
        refuse(
          file,
          block,
          `No colours are known for the language ${language}. Name one that is, such as ts or python, or text for none.`,
        );
      found.push({ block, parent: parent as Element, key: JSON.stringify([className, metastring, toString(code)]) });
    });
    for (const { block, parent, key } of found) {
      if (coloured.size >= mostKept) coloured.clear();
      if (!coloured.has(key)) {
        const alone: Root = { type: 'root', children: [structuredClone(block)] };
        await colour(alone);
        coloured.set(key, alone.children[0] as Element);
      }
      // What stands in it no later step changes.
      const { properties, ...known } = coloured.get(key)!;
      parent.children[parent.children.indexOf(block)] = { ...known, properties: { ...properties } };
    }
  };
}
