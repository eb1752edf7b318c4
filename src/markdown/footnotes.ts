import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Strings } from '../../content/strings/en.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a footnote that has no text: it would stand in the page as it is written. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', (node) => {
      const name = /\[\^([^\]\s]+)\]/.exec(node.value)?.[1];
      if (name !== undefined)
        refuse(file, node, `The footnote [^${name}] has no text. Write a line of its own: [^${name}]: …`);
    });
  };
}

/** Says in the language of a chapter what stands around its footnotes. */
export function rehypeFootnotes({ strings }: { readonly strings: (file: string) => Strings }) {
  return (tree: HtmlRoot, file: VFile): void => {
    const { footnotes, backToFootnote } = strings(file.path).references;
    visit(tree, 'element', ({ properties, children }) => {
      if (properties['id'] === 'footnote-label') children.splice(0, Infinity, { type: 'text', value: footnotes });
      if ('dataFootnoteBackref' in properties)
        properties['ariaLabel'] = backToFootnote(String(properties['ariaLabel']).replace(/^.* /, ''));
    });
  };
}
