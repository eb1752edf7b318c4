import { rehypeShiki } from '@astrojs/markdown-remark';
import type { Element, ElementData, Properties, Root, Text } from 'hast';
import { toString } from 'mdast-util-to-string';
import { bundledLanguages, isSpecialLang } from 'shiki';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { keepLater } from '../kept/keep.ts';
import { highlighting } from './highlighting.ts';
import { refuse } from './refuse.ts';

/** What Astro's own step makes of a block of code. */
const colour = (rehypeShiki as unknown as (config: typeof highlighting) => (tree: Root) => Promise<void>)(highlighting);

/** A block with its colours, by what stands in it and in the line that opens it. */
const coloured = keepLater(
  'coloured',
  async (properties: Properties, data: ElementData | undefined, value: string): Promise<Element> => {
    const text: Text = { type: 'text', value };
    const code: Element = { type: 'element', tagName: 'code', properties, ...(data && { data }), children: [text] };
    const alone: Root = {
      type: 'root',
      children: [{ type: 'element', tagName: 'pre', properties: {}, children: [code] }],
    };
    await colour(alone);
    return alone.children[0] as Element;
  },
);

/**
 * Colours code as Astro does, each block once, and keeps it: of all that is done for a chapter this takes longest, and
 * who changes one block of it while writing would wait for all the others.
 */
export function rehypeCode() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: { readonly block: Element; readonly code: Element; readonly parent: Root | Element }[] = [];
    visit(tree, 'element', (block, _index, parent) => {
      const [code] = block.children;
      if (block.tagName !== 'pre' || block.children.length !== 1) return;
      if (code?.type !== 'element' || code.tagName !== 'code') return;
      const { className } = code.properties;
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
      found.push({ block, code, parent: parent as Element });
    });
    for (const { block, code, parent } of found) {
      // What stands in it no later step changes.
      const { properties, ...known } = await coloured(code.properties, code.data, toString(code));
      parent.children[parent.children.indexOf(block)] = { ...known, properties: { ...properties } };
    }
  };
}
