import { resolve } from 'node:path';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import katex from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { concepts as known } from '../../content/concepts.ts';
import { declaredConcepts, type Declared } from './declared.ts';
import { treeOf } from './formula-tree.ts';
import { madeOf } from './made-of.ts';
import { refuse } from './refuse.ts';

type Concepts = Declared['concepts'];

/** `\Q` writes Q and ties it to the concept, so that pointing at it lights the others. */
const macrosOf = (concepts: Concepts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(concepts).map(([id, { macro, tex }]) => [macro, `\\htmlData{concept=${id}}{${tex}}`]),
  );

const standard = new Map<string, string>(Object.values(known).map(({ macro, tex }) => [macro, `{${tex}}`]));
/** TeX that any program sets: `\Q` is known here alone. */
export const inStandardTex = (tex: string): string =>
  tex.replace(/\\[a-zA-Z]+/g, (command) => standard.get(command) ?? command);

/** A formula as HTML, in it the TeX that is copied in its place; throws where KaTeX cannot set it. */
export function setFormula(tex: string, displayMode: boolean, concepts: Concepts = known): string {
  const html = katex.renderToString(tex, {
    displayMode,
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command, attributes }: { command: string; attributes?: Record<string, string> }) => {
      const marks = command === '\\htmlData' ? Object.entries(attributes!) : [];
      if (marks.length > 0 && marks.every(([name, id]) => name === 'data-concept' && Object.hasOwn(concepts, id)))
        return true;
      if (marks.length > 0) throw new Error(`${command} marks what is no concept of content/concepts.ts.`);
      // Refused quietly, KaTeX would print the command in red and the build would pass.
      throw new Error(`${command} adds markup, which formulas here do not.`);
    },
    macros: macrosOf(concepts),
  });
  return html.replace(/(<annotation[^>]*>)([^<]*)/, (_, tag: string, tex: string) => tag + inStandardTex(tex));
}

function isMath({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes('language-math');
}

/** A formula that is set: hundreds of elements, which nobody who walks through a text need enter. */
export const isSet = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.some((name) => name === 'equation' || name === 'formula');

/** What a text says, a formula in it said once, as it is set. */
function spoken(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && (node.tagName === 'annotation' || node.properties['ariaHidden'] === 'true')) return '';
  return node.children.map(spoken).join('');
}

/** The sentence that introduces what comes next: the last before it that says something. “Because” alone does not. */
function introduction(before: readonly Nodes[]): string {
  const sentences = before
    .filter((node) => node.type === 'element' && node.tagName === 'p')
    .flatMap((paragraph) =>
      spoken(paragraph)
        .replace(/ ?\[[^\][]*@[^\][]*\]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.?!]) (?=\p{Lu})/u),
    );
  return (sentences.findLast((sentence) => sentence.split(' ').length > 2) ?? '').replace(/[,:.;]$/, '');
}

/**
 * Sets the formulas that remark-math found, at build time, and stops the build on the
 * first that KaTeX cannot read. (rehype-katex prints bad TeX in red and goes on.) Those that
 * stand by themselves are numbered, named by the sentence before them, and scroll where they
 * are wider than a phone.
 */
export function rehypeMath() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const concepts = await declaredConcepts();
    // Its formulas write the symbols of concepts.
    madeOf(file, resolve('content/concepts.ts'));
    let count = 0;
    const set = (code: Element, display: boolean): ElementContent[] => {
      const tex = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      try {
        return treeOf(setFormula(tex, display, concepts));
      } catch (error) {
        refuse(file, code, `KaTeX cannot set this formula. ${(error as Error).message}`);
      }
    };
    visit(tree, 'element', (node: Element, index, parent) => {
      const [inside] = node.children;
      if (node.tagName === 'pre' && inside?.type === 'element' && isMath(inside)) {
        const formula = set(inside, true);
        const name = `Equation ${++count}`;
        const before = introduction(parent!.children.slice(0, index));
        node.tagName = 'div';
        node.properties = { className: ['equation'], id: `equation-${count}` };
        node.children = [
          {
            type: 'element',
            tagName: 'div',
            properties: { className: ['scroll'], role: 'group', ariaLabel: before ? `${name}: ${before}` : name },
            children: formula,
          },
          {
            type: 'element',
            tagName: 'a',
            properties: { className: ['number'], href: `#equation-${count}`, tabIndex: -1, ariaLabel: name },
            children: [{ type: 'text', value: `(${count})` }],
          },
        ];
        return SKIP;
      }
      if (!isMath(node)) return undefined;
      node.children = set(node, false);
      node.tagName = 'span';
      node.properties = { className: ['formula'] };
      return SKIP;
    });
  };
}
