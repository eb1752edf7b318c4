import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { Fault } from '../../components/fault.ts';
import { inStandardTex } from '../markdown/math.ts';
import { partOf, valueOf } from '../markdown/mdx.ts';

/** A chapter's source, and what its parts are called outside the site. */
export interface Telling {
  readonly source: string;
  /** Where something stands, for who is told of a fault. */
  readonly place: (node: Nodes) => string;
  /** Where a link of the chapter leads, in full; nothing where the site's address is not known. */
  readonly address: (href: string) => string | undefined;
  /** A claim's number, as prose prints it. */
  readonly claim: (id: string) => string;
  /** A line with author and year in the place of its citations. */
  readonly cite: (line: string) => string;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with a link, or the text alone where it leads nowhere. */
export const linked = (text: string, href: string | undefined): string =>
  href === undefined ? text : `[${text}](${href})`;

/** `$\Q$` in a line of prose as TeX that any program sets. */
export const lineOf = (line: string): string => line.replace(/\$[^$]+\$/g, inStandardTex);

/**
 * A part of a chapter as it was written, in Markdown that any program reads: terms without their
 * marks, claims as numbers, citations as author and year, links in full, formulas in standard TeX.
 */
export function plainMarkdown(node: Nodes, { source, place, address, claim, cite }: Telling): string {
  const edits: Edit[] = [];
  const [start, end] = placeOf(node);
  /** What stands around the children is said in another way, or not at all. */
  const wrap = (outer: Nodes & { children: readonly Nodes[] }, before: string, after: string): void => {
    const [from, to] = placeOf(outer);
    edits.push({ from, to: placeOf(outer.children[0]!)[0], text: before });
    edits.push({ from: placeOf(outer.children.at(-1)!)[1], to, text: after });
  };
  visit(node, (part: Nodes) => {
    const [from, to] = placeOf(part);
    const written = source.slice(from, to);
    if (part.type === 'math' || part.type === 'inlineMath') edits.push({ from, to, text: inStandardTex(written) });
    if (part.type === 'text') edits.push({ from, to, text: cite(written) });
    if (part.type === 'link') {
      const href = /^[a-z]+:/.test(part.url) ? part.url : address(part.url);
      wrap(part, href === undefined ? '' : '[', href === undefined ? '' : `](${href})`);
    }
    if (part.type !== 'mdxJsxTextElement') return;
    if (partOf(part) === 'Claim') edits.push({ from, to, text: claim(String(valueOf(part, 'id'))) });
    else if (partOf(part) === 'Term') wrap(part, '', '');
    else
      throw new Fault(
        `${place(part)}: Neither a notebook nor a worksheet can tell <${part.name}> in a sentence: write that without it.`,
      );
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, text: made }) => text.slice(0, from - start) + made + text.slice(to - start),
      source.slice(start, end),
    );
}

const placeOf = ({ position }: Nodes): [from: number, to: number] => [position!.start.offset!, position!.end.offset!];
