import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { withBase } from '../../components/base.ts';
import { isDraft } from '../drafts.ts';
import { headingsIn, parseMdx, textOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** `content/lessons/attention/code.mdx` → `/attention/code/`, the page it becomes; `…/attention.ar/…` → `/ar/attention/…`. */
export function pageOf(file: string, contentRoot: string): string {
  const path = relative(contentRoot, file)
    .split(sep)
    .join('/')
    .replace(/^lessons\//, '')
    .replace(/\.mdx$/, '')
    .replace(/^([^/.]+)\.([^/]+)/, '$2/$1')
    .replace(/(^|\/)(index|home)$/, '$1');
  return `/${path}${path === '' || path.endsWith('/') ? '' : '/'}`;
}

/** Anchors that components and other steps make, such as `training.learn` in the library. The audit of the built site checks these, as it does all others. */
const madeByComponents = /^(?:figure|listing|equation|user-content-fn|user-content-fnref)-|^\w+\./;
/** What stands beside a chapter's page without being one. */
const besides = /\.(bib|ipynb)$/;

/**
 * Turns links between chapters (`./code.mdx#softmax`) into addresses under the site's
 * base, and stops the build on a missing page or heading, and on an address written from
 * the root, which a fork's base would break.
 */
export function rehypeLinks({ base, contentRoot = resolve('content') }: { base: string; contentRoot?: string }) {
  return (tree: Root, file: VFile): void => {
    const known = new Map<string, ReadonlySet<string>>();
    const idsOf = (path: string): ReadonlySet<string> => {
      const ids =
        known.get(path) ?? new Set(headingsIn(parseMdx(textOf(readFileSync(path, 'utf8')))).map(({ id }) => id));
      known.set(path, ids);
      return ids;
    };
    visit(tree, 'element', (node: Element) => {
      const href = node.properties['href'];
      if (node.tagName !== 'a' || typeof href !== 'string') return;
      if (href.startsWith('/'))
        refuse(
          file,
          node,
          `The link ${href} starts at the root, which breaks under a base path. Link the .mdx file instead.`,
        );
      // The parser of Markdown has encoded what an address cannot hold.
      const decoded = (part: string): string => {
        try {
          return decodeURIComponent(part);
        } catch {
          refuse(file, node, `The link ${href} is no address: behind each % belong two digits, as in %20 for a space.`);
        }
      };
      const [path = '', hash] = href.split('#').map(decoded);
      const internal = path.endsWith('.mdx') || (path === '' && hash !== undefined);
      if (!internal && !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) && !besides.test(path))
        refuse(file, node, `The link ${href} names no chapter. Link its file, as in ./code.mdx.`);
      if (!internal) return;
      const target = path === '' ? file.path : resolve(dirname(file.path), path);
      if (!existsSync(target)) refuse(file, node, `The link ${href} leads to no file.`);
      if (target !== file.path && isDraft(target) && !isDraft(file.path))
        refuse(
          file,
          node,
          `The link ${href} leads to a draft, which readers do not see: leave it out until that is ready.`,
        );
      if (hash !== undefined && !madeByComponents.test(hash) && !idsOf(target).has(hash))
        refuse(file, node, `The link ${href} names a heading that ${path || 'this page'} does not have.`);
      if (path !== '')
        node.properties['href'] = encodeURI(
          withBase(pageOf(target, contentRoot), base) + (hash === undefined ? '' : `#${hash}`),
        );
    });
  };
}
