import { existsSync } from 'node:fs';
import type { Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { faceOf, type Face, type Prop } from '../gallery/face.ts';
import { fits } from '../gallery/fits.ts';
import { fileOf, readComponent } from './components.ts';
import { componentsIn, importsIn, partOf, valueOf, type Component } from './mdx.ts';
import { figuresByName } from './mentions.ts';
import { refuse } from './refuse.ts';

/** Where the components stand that chapters write without importing them. */
const known = new Map<string | undefined, string>([
  ['CodeTabs', 'components/prose/listing/CodeTabs.astro'],
  ['Listing', 'components/prose/listing/Listing.astro'],
]);

/** The files of the components that a text imports, by their names in it. */
function filesIn(tree: Root): Map<string | null, string> {
  const imported = importsIn(tree)
    .filter(({ names, from }) => names.length === 1 && /^#components\/.*\.astro$/.test(from))
    .map(({ names, from }) => [names[0]!, from.slice(1)] as const);
  return new Map(imported);
}

const listed = (props: readonly Prop[]): string =>
  props.map(({ name, isOptional }) => (isOptional ? `${name} (optional)` : name)).join(', ') || 'nothing';

/**
 * Stops the build on a component that is given what it does not take, or not what it needs: a prop
 * that is misspelt would pass in silence. What it takes is read from its own source.
 */
export function remarkProps() {
  return (tree: Root, file: VFile): void => {
    const files = filesIn(tree);
    const figures = figuresByName(tree);
    const faces = new Map<string, Face>();
    const faceAt = (path: string): Face => {
      const face = faces.get(path) ?? faceOf(path, readComponent);
      faces.set(path, face);
      return face;
    };
    for (const node of componentsIn(tree)) {
      const path = files.get(node.name) ?? known.get(partOf(node));
      if (path !== undefined && !existsSync(fileOf(path)))
        refuse(file, node, `<${node.name}> is imported from #${path}, and there is no such file.`);
      if (path !== undefined) check(file, node, faceAt(path));
      const figure = figures.get(node.name);
      if (figure !== undefined && node.attributes.length > 0)
        refuse(
          file,
          node,
          `<${node.name}> takes nothing here: what a figure begins with stands in content/figures/${figure}.mdx.`,
        );
    }
  };
}

function check(file: VFile, node: Component, { props, slots }: Face): void {
  const open = props.filter(({ isInternal }) => !isInternal);
  const attributes = node.attributes.filter(
    (each): each is MdxJsxAttribute => each.type === 'mdxJsxAttribute' && each.name !== 'slot',
  );
  for (const attribute of attributes) {
    const place: Node = attribute.position ? attribute : node;
    const prop = open.find(({ name }) => name === attribute.name);
    if (!prop) refuse(file, place, `<${node.name}> does not take ${attribute.name}. It takes: ${listed(open)}.`);
    const value = valueOf(node, prop.name);
    if (!fits(value, prop.type))
      refuse(file, place, `<${node.name}> has ${prop.name}=${shown(value)}; expected is ${prop.type}.`);
  }
  // What is handed over in braces may have them all.
  const isOpen = node.attributes.some(({ type }) => type === 'mdxJsxExpressionAttribute');
  const missing = open.find(({ name, isOptional }) => !isOptional && !attributes.some((each) => each.name === name));
  if (missing && !isOpen) refuse(file, node, `<${node.name}> needs ${missing.name}, ${missing.type}${saying(missing)}`);
  for (const child of node.children) {
    if (child.type !== 'mdxJsxFlowElement' && child.type !== 'mdxJsxTextElement') continue;
    const slot = valueOf(child, 'slot');
    if (slots && typeof slot === 'string' && !slots.includes(slot))
      refuse(
        file,
        child,
        `<${node.name}> has no place for slot="${slot}". It has: ${slots.filter(Boolean).join(', ')}.`,
      );
  }
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : `{${JSON.stringify(value)}}`;

const saying = ({ text }: Prop): string => (text === '' ? '.' : `: ${text.replace(/\s+/g, ' ')}`);
