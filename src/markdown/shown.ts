import type { BlockContent, PhrasingContent, Root, TableRow } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { piecesOf } from '../api/docstring.ts';
import { faceOf, type Prop } from '../gallery/face.ts';
import { readComponent } from './components.ts';
import { componentsIn, importsIn, valueOf, type Component } from './mdx.ts';
import { refuse } from './refuse.ts';

const inSlot = (slot: string, child: BlockContent): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'Fragment',
  attributes: [{ type: 'mdxJsxAttribute', name: 'slot', value: slot }],
  children: [child],
});

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });

const row = (...cells: readonly (readonly PhrasingContent[])[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
});

function rowOf({ name, type, isOptional, fallback, text: says }: Prop): TableRow {
  const without = fallback !== undefined ? [text(', default '), code(fallback)] : isOptional ? [] : [text(', needed')];
  const told = piecesOf(says).map(([kind, piece]) => (kind === 'code' ? code(piece) : text(piece)));
  return row([code(name)], [code(type), ...without, text('. '), ...told]);
}

/** The imports of what stands in it, as its author writes them. */
function importsOf(tree: Root, shown: Component): string {
  const used = new Set(
    componentsIn({ type: 'root', children: [...shown.children] as Root['children'] }).map(({ name }) => name),
  );
  const lines = importsIn(tree)
    .filter(({ names }) => names.some((name) => used.has(name)))
    .map(({ names, from }) => `import ${names[0]} from '${from}';\n`);
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}

/** Fills `<Shown>` with the text that stands in it, and with what the component takes that `of` names. */
export function remarkShown() {
  return (tree: Root, file: VFile): void => {
    for (const [index, node] of componentsIn(tree, 'Shown').entries()) {
      const [first, last] = [node.children[0], node.children.at(-1)];
      if (node.type === 'mdxJsxTextElement' || !first || !last)
        refuse(
          file,
          node,
          '<Shown> shows what stands inside: write it on lines of its own, with a blank line around it.',
        );
      const source = String(file.value).slice(first.position!.start.offset, last.position!.end.offset);
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: `shown-${index + 1}` });
      const parts = [inSlot('text', { type: 'code', lang: 'mdx', value: importsOf(tree, node) + source })];
      const of = valueOf(node, 'of');
      if (typeof of === 'string') {
        const props = faceOf(of, readComponent).props.filter(({ isInternal }) => !isInternal);
        const head = row([text('It takes')], []);
        if (props.length > 0) parts.push(inSlot('takes', { type: 'table', children: [head, ...props.map(rowOf)] }));
      }
      node.children.push(...parts);
    }
  };
}
