import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Element, ElementContent, Root, Text } from 'hast';
import type * as Mdast from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { Fault } from '../../components/fault.ts';
import { strings as english, type Strings } from '../../content/strings/en.ts';
import { readBibliography, type Reference } from './bibtex.ts';
import { madeOf } from './made-of.ts';
import { isSet } from './math.ts';
import { refuse } from './refuse.ts';

type Words = Strings['references'];

/** Square brackets around something that begins with @ or holds one after a space. */
const bracketed = /\[(?=[^\][]*(?<![^\s[;-])@\w)[^\][]*\]/g;
const cited = /^@([a-z][a-z0-9]*)(?:, (\S.*))?$/s;

const text = (value: string): Text => ({ type: 'text', value });
const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const link = (href: string, ...children: ElementContent[]): Element => element('a', { href }, ...children);

/**
 * Turns `[@vaswani2017, eq. 1]` and `[@a; @b]` into author and year, linked to a list under
 * the heading References at the end of the page, which links back. The sources stand in
 * `content/references.bib`; a key that is not there stops the build.
 */
export function rehypeCitations({
  bibliography = resolve('content/references.bib'),
  strings = (_: string): Strings => english,
} = {}) {
  return (tree: Root, file: VFile): void => {
    const found: { node: Text; parent: { children: unknown[] } }[] = [];
    visit(tree, (node, _index, parent) => {
      if (node.type === 'element' && (['code', 'pre', 'a'].includes(node.tagName) || isSet(node))) return SKIP;
      if (node.type === 'text' && parent && node.value.search(bracketed) >= 0) found.push({ node, parent });
      return undefined;
    });
    if (found.length === 0) return;
    // A figure is shown on several pages, and its sources would be listed inside it.
    if (/[\\/]content[\\/]figures[\\/]/.test(file.path))
      refuse(
        file,
        found[0]!.node,
        'A figure’s caption cites. Cite in the text of the chapters that show it: there the list of sources is.',
      );

    madeOf(file, bibliography);
    const references = load(bibliography);
    const mentions = new Map<string, number>();
    const parsed = found.map(({ node, parent }) => ({ node, parent, parts: parse(node, references, file) }));
    const labels = labelsOf(
      parsed.flatMap(({ parts }) =>
        parts.flatMap((part) => (typeof part === 'string' ? [] : part.map(({ reference }) => reference))),
      ),
    );

    for (const { node, parent, parts } of parsed) {
      const made = parts.flatMap((part) =>
        typeof part === 'string' ? [text(part)] : citation(part, labels, mentions),
      );
      parent.children.splice(parent.children.indexOf(node), 1, ...made);
    }
    tree.children.push(list([...labels.keys()], labels, mentions, strings(file.path).references));
  };
}

/** The keys of the sources that a text cites. */
function keysIn(tree: Mdast.Root): string[] {
  const keys = new Set<string>();
  visit(tree, 'text', ({ value }) => {
    for (const [citation] of value.matchAll(bracketed))
      for (const [, key] of citation.matchAll(/@([a-z][a-z0-9]*)/g)) keys.add(key!);
  });
  return [...keys];
}

/** The sources that a text cites, as BibTeX, in the order of their keys; '' where it cites none. */
export function bibliographyOf(tree: Mdast.Root, bibliography = resolve('content/references.bib')): string {
  const keys = keysIn(tree);
  // A site that cites nothing needs no bibliography.
  if (keys.length === 0) return '';
  const references = load(bibliography);
  return keys
    .toSorted()
    .map((key) => `${references.get(key)!.source}\n`)
    .join('\n');
}

/**
 * For a text that is not the page: a function that puts author and year in the place of the
 * citations of a line, each as `show` makes it.
 */
export function citationsIn(
  tree: Mdast.Root,
  show: (key: string, label: string) => string,
  bibliography = resolve('content/references.bib'),
): (line: string) => string {
  const references = load(bibliography);
  const labels = labelsOf(keysIn(tree).map((key) => references.get(key)!));
  return (line) =>
    line.replace(bracketed, (citation) => {
      const sources = citation.slice(1, -1).split(/;\s+/);
      const shown = sources.map((source) => {
        const [, key, place] = cited.exec(source)!;
        return show(key!, labelled(labels.get(references.get(key!)!)!, place));
      });
      return `(${shown.join('; ')})`;
    });
}

interface Cited {
  readonly reference: Reference;
  readonly place: string | undefined;
}

function load(path: string): Map<string, Reference> {
  try {
    return readBibliography(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Fault(`${relative(process.cwd(), path)}:${(error as Error).message}`);
  }
}

/** The text before, between and after citations, and the citations. */
function parse(node: Text, references: Map<string, Reference>, file: VFile): (string | Cited[])[] {
  const parts: (string | Cited[])[] = [];
  let end = 0;
  for (const match of node.value.matchAll(bracketed)) {
    const place = node.position?.start;
    const before = node.value.slice(0, match.index).split('\n');
    const column = before.length === 1 && place ? place.column + match.index : before.at(-1)!.length + 1;
    const start = place && { line: place.line + before.length - 1, column };
    const at = { type: 'text', ...(start && { position: { start, end: start } }) };
    const sources = match[0]
      .slice(1, -1)
      .split(/;\s+/)
      .map((source) => {
        const [, key, where] =
          cited.exec(source) ??
          refuse(file, at, `${match[0]} is not written as a citation: [@key], [@key, eq. 1] or [@key; @other].`);
        const reference =
          references.get(key!) ??
          refuse(file, at, `${match[0]} cites ${key}, which content/references.bib does not have.`);
        return { reference, place: where };
      });
    parts.push(node.value.slice(end, match.index), sources);
    end = match.index + match[0].length;
  }
  return [...parts, node.value.slice(end)].filter((part) => part !== '');
}

function names({ authors }: Reference): string {
  const [first, second] = authors.map(({ family }) => family);
  return authors.length > 2 ? `${first} et al.` : second === undefined ? first! : `${first} & ${second}`;
}

/** Author and year of everything a page cites, in the order of the list; years of the same name get a, b, …. */
function labelsOf(references: readonly Reference[]): Map<Reference, string> {
  const order = new Intl.Collator('en');
  const sorted = [...new Set(references)].toSorted(
    (a, b) => order.compare(names(a), names(b)) || order.compare(a.year, b.year) || order.compare(a.title, b.title),
  );
  const same = Map.groupBy(sorted, (reference) => `${names(reference)} ${reference.year}`);
  return new Map(
    sorted.map((reference) => {
      const label = `${names(reference)} ${reference.year}`;
      const group = same.get(label)!;
      return [reference, group.length === 1 ? label : label + String.fromCharCode(97 + group.indexOf(reference))];
    }),
  );
}

// A line must not break between "eq." and its number.
const labelled = (label: string, place: string | undefined): string =>
  label + (place === undefined ? '' : `, ${place.replace(/\. (?=\d)/g, '.\u00a0')}`);

function citation(
  sources: readonly Cited[],
  labels: Map<Reference, string>,
  mentions: Map<string, number>,
): ElementContent[] {
  const links = sources.flatMap(({ reference, place }, index) => {
    const { key } = reference;
    const count = (mentions.get(key) ?? 0) + 1;
    mentions.set(key, count);
    const label = labelled(labels.get(reference)!, place);
    const made = element(
      'a',
      { href: `#ref-${key}`, id: `cite-${key}-${count}`, className: ['citation'] },
      text(label),
    );
    return index === 0 ? [made] : [text('; '), made];
  });
  return [text('('), ...links, text(')')];
}

function list(
  references: readonly Reference[],
  labels: Map<Reference, string>,
  mentions: Map<string, number>,
  strings: Words,
): Element {
  const entries = references.map((reference) =>
    entry(reference, labels.get(reference)!, mentions.get(reference.key)!, strings),
  );
  return element(
    'section',
    { className: ['references'] },
    element(
      'details',
      { open: true },
      element('summary', {}, element('h2', {}, text(strings.heading))),
      element(
        'p',
        { className: ['taken'] },
        element('a', { href: 'references.bib', download: true }, text(strings.taken)),
      ),
      element('ul', {}, ...entries),
    ),
  );
}

/** Authors, year, title, where it appeared, where to find it, where the page cites it. */
function entry(reference: Reference, label: string, count: number, strings: Words): Element {
  const { key, authors, title, venue, volume, number, pages } = reference;
  const people = authors.map(({ family, given }) => `${given} ${family}`);
  const listed = people.length > 1 ? `${people.slice(0, -1).join(', ')}${strings.and}${people.at(-1)}` : people[0]!;
  const stop = /[.?!]$/.test(title) ? ' ' : '. ';
  const appeared = [
    [venue, volume && volume + (number ? `(${number})` : '')].filter(Boolean).join(' '),
    pages && strings.pages(pages),
  ];
  const source = appeared.filter(Boolean).join(', ');
  return element(
    'li',
    { id: `ref-${key}` },
    text(`${listed} (${label.slice(names(reference).length + 1)}). `),
    element('cite', {}, text(title)),
    text(stop + (source && `${source}. `)),
    ...found(reference).flatMap((where) => [where, text('. ')]),
    element('span', { className: ['mentions'] }, ...back(key, count, label, strings)),
  );
}

function found({ doi, eprint, url }: Reference): Element[] {
  return [
    ...(doi ? [link(`https://doi.org/${doi}`, text(`doi:${doi}`))] : []),
    ...(eprint ? [link(`https://arxiv.org/abs/${eprint}`, text(`arXiv:${eprint}`))] : []),
    ...(url ? [link(url, text(new URL(url).hostname))] : []),
  ];
}

function back(key: string, count: number, label: string, strings: Words): ElementContent[] {
  if (count === 1)
    return [element('a', { href: `#cite-${key}-1`, ariaLabel: strings.backToOnly(label) }, text(strings.back))];
  const links = Array.from({ length: count }, (_, index) => [
    text(index === 0 ? ' ' : ', '),
    element(
      'a',
      { href: `#cite-${key}-${index + 1}`, ariaLabel: strings.backToOne(label, index + 1, count) },
      text(String(index + 1)),
    ),
  ]);
  return [text(strings.backTo), ...links.flat()];
}
