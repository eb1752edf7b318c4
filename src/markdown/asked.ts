import { visit as visitCode } from 'estree-util-visit';
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { declaredConcepts, type Declared } from './declared.ts';
import { setFormula } from './math.ts';
import { componentsIn, type HtmlComponent } from './mdx.ts';
import { refuse } from './refuse.ts';

/** The attributes of questions that readers read. */
const read: Readonly<Record<string, readonly string[]>> = {
  Predict: ['ask', 'options'],
  Question: ['ask'],
  Exercise: ['ask'],
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A line of prose as HTML: `$W_Q$` is a formula, what stands in backticks is code, `\$` a dollar. */
export function lineInHtml(line: string, concepts?: Declared['concepts']): string {
  return line
    .split(/(\\\$|\$[^$]+\$|`[^`]+`)/)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      if (part === '\\$') return '$';
      const inner = part.slice(1, -1);
      return part.startsWith('`')
        ? `<code translate="no">${escaped(inner)}</code>`
        : `<span class="formula" translate="no">${setFormula(inner, false, concepts)}</span>`;
    })
    .join('');
}

/** Sets the formulas and the code in what `<Predict>` and `<Question>` say in attributes, so that these are HTML. */
export function rehypeAsked() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const concepts = await declaredConcepts();
    for (const [name, attributes] of Object.entries(read))
      for (const node of componentsIn(tree, name))
        try {
          for (const attribute of attributes) setAttribute(node, attribute, concepts);
        } catch (error) {
          refuse(file, node, `KaTeX cannot set a formula of this <${name}>. ${(error as Error).message}`);
        }
  };
}

function setAttribute({ attributes }: HtmlComponent, name: string, concepts: Declared['concepts']): void {
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name || !attribute.value) continue;
    if (typeof attribute.value === 'string') attribute.value = lineInHtml(attribute.value, concepts);
    else
      visitCode(attribute.value.data!.estree!, (code) => {
        if (code.type === 'Literal' && typeof code.value === 'string') {
          code.value = lineInHtml(code.value, concepts);
          code.raw = JSON.stringify(code.value);
        }
        if (code.type === 'TemplateElement') {
          const cooked = lineInHtml(code.value.cooked ?? '', concepts);
          code.value = { cooked, raw: cooked.replace(/[`\\]|\$(?=\{)/g, '\\$&') };
        }
      });
  }
}
