import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Expression, Program } from 'estree-jsx';
import { visit as visitCode } from 'estree-util-visit';
import GithubSlugger from 'github-slugger';
import type * as Hast from 'hast';
import type * as Mdast from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import type {
  MdxJsxAttributeValueExpression,
  MdxJsxFlowElement,
  MdxJsxFlowElementHast,
  MdxJsxTextElement,
  MdxJsxTextElementHast,
} from 'mdast-util-mdx-jsx';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';

/** A component in a text as it was written, and as it becomes HTML. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;
export type HtmlComponent = MdxJsxFlowElementHast | MdxJsxTextElementHast;
type Code = MdxFlowExpression | MdxTextExpression | MdxjsEsm | MdxJsxAttributeValueExpression;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(remarkMdx).freeze();

/** More than a large site has chapters; an author at work makes a new one with each edit. */
const mostKept = 2000;
/** In dev, Astro has a copy of this module for its pages beside that of the steps that make them: both read the same. */
const read = ((globalThis as { chaptersRead?: Map<string, Mdast.Root> }).chaptersRead ??= new Map());

/**
 * Reads the source of a chapter, with its head or without, as the build reads it. Many ask for the same chapter, and
 * reading one takes longer than all that is asked of it: they share the tree, and none may change it.
 */
export function parseMdx(source: string): Mdast.Root {
  const tree = read.get(source) ?? nameParts(parser.parse(source));
  if (read.size >= mostKept) read.clear();
  read.set(source, tree);
  return tree;
}

/** A chapter without its head, as Astro hands it on: asked for alike, it is read once. */
export const textOf = (source: string): string => parseFrontmatter(source).content.trim();

/** What a name is imported as, where a text imports it: `Term` from `#components/prose/Term.astro`, however it is called there. */
const componentFile = /^#components\/(?:.*\/)?(\w+)\.astro$/;

/** Notes for each component of a text what it is: what it imports under the name of its tag, which may be another's. */
export function nameParts(tree: Mdast.Root): Mdast.Root {
  const imported = new Map(
    importsIn(tree).flatMap(({ names, from }) => names.map((name) => [name, componentFile.exec(from)?.[1]] as const)),
  );
  for (const node of componentsIn(tree))
    if (node.name !== null && imported.has(node.name))
      Object.assign((node.data ??= {}), { part: imported.get(node.name) });
  return tree;
}

/** The component that a tag stands for: what it imports, or, where its name needs no import, that. */
export function partOf({ name, data }: Component | HtmlComponent): string | undefined {
  return data && 'part' in data ? (data.part as string | undefined) : (name ?? undefined);
}

/** The components of a tree, all of them or those that one stands for. */
export function componentsIn(tree: Mdast.Root, name?: string): Component[];
export function componentsIn(tree: Hast.Root, name?: string): HtmlComponent[];
export function componentsIn(tree: Mdast.Root | Hast.Root, name?: string): (Component | HtmlComponent)[] {
  const found: (Component | HtmlComponent)[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (name === undefined || partOf(node) === name) found.push(node);
  });
  return found;
}

/** What stands behind the language of a fenced block, word by word. */
export const wordsBehind = ({ meta }: Mdast.Code): string[] => (meta ?? '').split(/\s+/);

/** A fenced block that readers run: ```` ```ts cell ````, with `fails` behind it where it is meant to fail. */
export const isCell = (node: Node): node is Mdast.Code =>
  node.type === 'code' && (node as Mdast.Code).lang === 'ts' && wordsBehind(node as Mdast.Code)[0] === 'cell';

/**
 * What an attribute says, where it is written out: `ask="Which?"`, `answer={1}`, `options={['a', { say: 'b' }]}`.
 * `null` where it would have to be computed, `undefined` where it is not there.
 */
export function valueOf({ attributes }: Component | HtmlComponent, name: string): unknown {
  const found = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  if (found?.type !== 'mdxJsxAttribute') return undefined;
  if (typeof found.value === 'string') return found.value;
  if (!found.value) return true;
  const statement = programOf(found.value).body[0];
  return statement?.type === 'ExpressionStatement' ? literal(statement.expression) : null;
}

function literal(code: Expression): unknown {
  if (code.type === 'Literal') return code.value;
  if (code.type === 'TemplateLiteral' && code.expressions.length === 0) return code.quasis[0]!.value.cooked;
  if (code.type === 'UnaryExpression' && code.operator === '-') {
    const size = literal(code.argument);
    return typeof size === 'number' ? -size : null;
  }
  if (code.type === 'ObjectExpression')
    return Object.fromEntries(
      code.properties.map((each) =>
        each.type === 'Property' && each.key.type === 'Identifier'
          ? [each.key.name, literal(each.value as Expression)]
          : ['', null],
      ),
    );
  if (code.type !== 'ArrayExpression') return null;
  return code.elements.map((each) => (each && each.type !== 'SpreadElement' ? literal(each) : null));
}

/** The texts that a reader could see in a piece of code. */
export function textsIn(code: Code): string[] {
  const texts: string[] = [];
  visitCode(programOf(code), (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    if (node.type === 'JSXText') texts.push(node.value);
    if (node.type === 'TemplateElement') texts.push(node.value.raw);
  });
  return texts;
}

/** What the text imports from where, in the order written. */
export function importsIn(tree: Mdast.Root): { readonly names: readonly string[]; readonly from: string }[] {
  return tree.children
    .flatMap((node) => (node.type === 'mdxjsEsm' ? programOf(node).body : []))
    .flatMap((statement) =>
      statement.type === 'ImportDeclaration'
        ? [{ names: statement.specifiers.map(({ local }) => local.name), from: String(statement.source.value) }]
        : [],
    );
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** As Astro names it. */
  readonly id: string;
}

/** The headings of a text, in the order written. */
export function headingsIn(tree: Mdast.Root): Heading[] {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    const text = toString(node, { includeImageAlt: false });
    headings.push({ depth: node.depth, text, id: slugger.slug(text) });
  });
  return headings;
}

/** What the parser read in a piece of code; without it, the tree was made by another. */
function programOf({ data, value }: Code): Program {
  if (!data?.estree) throw new Error(`The code {${value}} was not read as code.`);
  return data.estree;
}
