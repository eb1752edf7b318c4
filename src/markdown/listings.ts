import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Element } from 'hast';
import type { Code, Paragraph, Root, Text } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { madeOf } from './made-of.ts';
import { isCell, partOf, valueOf, type Component } from './mdx.ts';
import { refuse } from './refuse.ts';
import { regionOf, type Region } from './region.ts';
import { workedOf } from './worked.ts';

/** How the file of each language is named after the program that they tell: `attention`, `attention_numpy.py`. */
export const tellings = [
  { language: 'TypeScript', suffix: '.ts' },
  { language: 'NumPy', suffix: '_numpy.py' },
  { language: 'PyTorch', suffix: '_pytorch.py' },
] as const;

const grammars: Record<string, string> = { '.ts': 'ts', '.py': 'python' };

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });

/**
 * What a program prints, to the letter and the same in every language: a text in Markdown would
 * lose the blanks at the start of its lines.
 */
const output = (printed: string): Paragraph => {
  const text: Text = { type: 'text', value: printed };
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['printed'], translate: 'no' },
    children: [text],
  };
  const data = { hName: 'div', hProperties: { className: ['output'] }, hChildren: [pre] };
  return { type: 'paragraph', children: [text], data };
};

/**
 * Fills `<Listing file region>` with that region of a source file, as a code block, which
 * Astro then highlights like any other; and `<CodeTabs program region>` with one listing for
 * each language that the program is told in. What a reader sees is so the source that the
 * tests run. A missing file or region stops the build. A cell inside `<CodeTabs>` works the step
 * in numbers: the TypeScript panel is then a cell, of the region and these lines, and the others have
 * their region `…-worked` behind it, and what that prints.
 */
export function remarkListings({ root = process.cwd() } = {}) {
  return (tree: Root, file: VFile): void => {
    const ids = new Set<string>();

    function read(node: Node, path: string, name: string | undefined): Region {
      const full = resolve(root, path);
      madeOf(file, full);
      if (!existsSync(full)) refuse(file, node, `The listing names ${path}, and there is no such file.`);
      if (!(extname(path) in grammars))
        refuse(file, node, `The listing names ${path}; listings are ${Object.keys(grammars).join(' or ')} files.`);
      try {
        return regionOf(readFileSync(full, 'utf8'), name);
      } catch (error) {
        refuse(file, node, `${path} ${(error as Error).message}`);
      }
    }

    function claim(node: Node, id: string): void {
      if (ids.has(id))
        refuse(file, node, `Two listings on this page are called ${id}. Give one an id of its own: id="…".`);
      ids.add(id);
    }

    function given(node: Component, name: string): string | undefined {
      const found = valueOf(node, name);
      if (found !== undefined && typeof found !== 'string')
        refuse(file, node, `<${node.name}> needs ${name}="…", written out.`);
      return found;
    }

    function fill(
      listing: MdxJsxFlowElement,
      path: string,
      region: string | undefined,
      id: string,
      worked?: Code,
    ): void {
      const { code, first, last } = read(listing, path, region);
      claim(listing, id);
      const kept = listing.attributes.filter((each) => each.type !== 'mdxJsxAttribute' || each.name !== 'id');
      listing.attributes.splice(0, Infinity, ...kept, attribute('id', id), attribute('lines', `${first}–${last}`));
      const { position } = worked ?? listing;
      if (!worked) {
        listing.children.push({ type: 'code', lang: grammars[extname(path)]!, value: code, position });
      } else if (extname(path) === '.ts') {
        listing.name = 'Cell';
        listing.children.push({ ...worked, value: `${code.replaceAll(/^export /gm, '')}\n\n${worked.value}` });
      } else {
        const numbers = workedOf(read(listing, path, `${region}-worked`).code);
        listing.children.push({ type: 'code', lang: 'python', value: `${code}\n\n${numbers.code}`, position });
        listing.children.push(output(numbers.printed));
      }
    }

    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const part = partOf(node);
      if (part !== 'Listing' && part !== 'CodeTabs') return;
      if (node.type === 'mdxJsxTextElement')
        refuse(file, node, `<${node.name}> is no part of a sentence: write it on a line of its own.`);
      const [worked] = part === 'CodeTabs' && node.children.length === 1 ? node.children : [];
      if (node.children.length > 0 && !(worked && isCell(worked)))
        refuse(file, node, `<${node.name}> is filled from source files: write <${node.name} … /> with nothing inside.`);
      const region = given(node, 'region');

      if (part === 'Listing') {
        const path =
          given(node, 'file') ??
          refuse(file, node, '<Listing> needs file="…", a path from the root of the repository.');
        const stem = basename(path, extname(path));
        fill(
          node,
          path,
          region,
          given(node, 'id') ?? (region === undefined || region === stem ? stem : `${stem}-${region}`),
        );
        return;
      }

      const program =
        given(node, 'program') ?? refuse(file, node, '<CodeTabs> needs program="…", as in lib/listings/attention.');
      const id = given(node, 'id') ?? region ?? basename(program);
      claim(node, id);
      if (given(node, 'id') === undefined) node.attributes.push(attribute('id', id));
      node.children.length = 0;
      for (const { language, suffix } of tellings) {
        const path = program + suffix;
        const attributes = [attribute('file', path), attribute('language', language)];
        const { position } = node;
        const listing: MdxJsxFlowElement = {
          type: 'mdxJsxFlowElement',
          name: 'Listing',
          attributes,
          children: [],
          position,
        };
        fill(listing, path, region, `${id}-${language.toLowerCase()}`, worked && isCell(worked) ? worked : undefined);
        node.children.push(listing);
      }
      return 'skip';
    });
  };
}
