import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { concepts } from '../../content/concepts.ts';
import { refuse } from './refuse.ts';

/** `\Q` writes Q and ties it to the concept, so that pointing at it lights the others. */
const macros = Object.fromEntries(
  Object.entries(concepts).map(([id, { macro, tex }]) => [macro, `\\htmlData{concept=${id}}{${tex}}`]),
);

/** A formula as HTML; throws where KaTeX cannot set it. */
export function setFormula(tex: string, displayMode: boolean): string {
  return katex.renderToString(tex, {
    displayMode,
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }: { command: string }) => {
      if (command === '\\htmlData') return true;
      // Refused quietly, KaTeX would print the command in red and the build would pass.
      throw new Error(`${command} adds markup, which formulas here do not.`);
    },
    macros: { ...macros },
  });
}

/**
 * Sets the formulas that remark-math found, at build time, and stops the build on the
 * first that KaTeX cannot read. (rehype-katex prints bad TeX in red and goes on.)
 */
export function rehypeMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (code: Element, _index, parent) => {
      const classes = code.properties['className'];
      if (code.tagName !== 'code' || !Array.isArray(classes) || !classes.includes('language-math')) return;
      const display = classes.includes('math-display');
      const tex = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      let children: ElementContent[];
      try {
        children = fromHtml(setFormula(tex, display), { fragment: true }).children as ElementContent[];
      } catch (error) {
        refuse(file, code, `KaTeX cannot set this formula. ${(error as Error).message}`);
      }
      // A display formula arrives as <pre><code>; it may be wider than a phone, so it scrolls.
      const target = display && parent?.type === 'element' ? parent : code;
      target.tagName = display ? 'div' : 'span';
      target.properties = display
        ? { className: ['equation'], tabIndex: 0, role: 'group', ariaLabel: 'Formula' }
        : { className: ['formula'] };
      target.children = children;
    });
  };
}
