import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Numbers the sections of a chapter, in real text, so that they can be cited and copied. A
 * number leads to its section; it is no stop of the keyboard, for the contents lead there too.
 */
export function rehypeSections() {
  return (tree: Root, file: VFile): void => {
    if (!/[\\/]content[\\/]lessons[\\/]/.test(file.path)) return;
    const slugger = new GithubSlugger();
    let [section, part] = [0, 0];
    visit(tree, 'element', (node: Element) => {
      // The name of the footnotes has its id, and they are no section of the text.
      if (!/^h[1-6]$/.test(node.tagName) || node.properties['id'] === 'footnote-label') return;
      // As it is without the number: places and links name it so.
      const id = slugger.slug(toString(node));
      if (node.tagName !== 'h2' && node.tagName !== 'h3') return;
      if (node.tagName === 'h2') [section, part] = [section + 1, 0];
      else part++;
      node.properties['id'] = id;
      node.children.unshift(
        {
          type: 'element',
          tagName: 'a',
          properties: { className: ['number'], href: `#${id}`, tabIndex: -1 },
          children: [{ type: 'text', value: node.tagName === 'h2' ? String(section) : `${section}.${part}` }],
        },
        { type: 'text', value: ' ' },
      );
    });
  };
}
