import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { readBibliography } from '../../src/markdown/bibtex.ts';
import { bibliographyOf, rehypeCitations } from '../../src/markdown/citations.ts';
import { parseMdx } from '../../src/markdown/mdx.ts';

function cite(html: string): Root {
  const tree = fromHtml(html, { fragment: true });
  rehypeCitations()(tree, new VFile({ path: `${process.cwd()}/content/lessons/attention/code.mdx` }));
  return tree;
}
function all(tree: Root, tagName: string): Element[] {
  const elements: Element[] = [];
  visit(tree, 'element', (node) => void (node.tagName === tagName && elements.push(node)));
  return elements;
}
const hrefs = (tree: Root) => all(tree, 'a').map(({ properties }) => properties['href']);

describe('rehypeCitations', () => {
  it('writes author and year, with the place, linked to the list', () => {
    const tree = cite('<p>It is so [@vaswani2017, eq. 1].</p>');
    expect(toText(all(tree, 'p')[0]!)).toBe('It is so (Vaswani et al. 2017, eq.\u00a01).');
    expect(all(tree, 'a')[0]!.properties).toMatchObject({ href: '#ref-vaswani2017', id: 'cite-vaswani2017-1' });
  });

  it('writes two authors with both names, one with one, and several sources in a row', () => {
    const tree = cite('<p>[@jain2019; @wiegreffe2019, section 3] and [@shazeer2019]</p>');
    expect(toText(all(tree, 'p')[0]!)).toBe(
      '(Jain & Wallace 2019; Wiegreffe & Pinter 2019, section 3) and (Shazeer 2019)',
    );
  });

  it.each([
    ['section 3.2.1', 'section 3.2.1'],
    ['appendix A.2', 'appendix A.2'],
    ['eq. 3.1, fig. 2', 'eq.\u00a03.1, fig.\u00a02'],
  ])('keeps the dots of %s as they are written', (written, printed) => {
    expect(toText(cite(`<p>[@vaswani2017, ${written}]</p>`).children[0]!)).toBe(`(Vaswani et al. 2017, ${printed})`);
  });

  it('appends the list in the order of names, under a heading, with links out and back', () => {
    const tree = cite('<p>[@vaswani2017] [@hochreiter1997] [@vaswani2017]</p>');
    expect(all(tree, 'h2').map((node) => toText(node))).toEqual(['References']);
    expect(all(tree, 'details').map(({ properties }) => properties['open'])).toEqual([true]);
    const [first, second] = all(tree, 'li');
    expect(first!.properties['id']).toBe('ref-hochreiter1997');
    expect(toText(first!)).toBe(
      'Sepp Hochreiter and Jürgen Schmidhuber (1997). Long Short-Term Memory. Neural Computation 9(8), pp. 1735–1780. doi:10.1162/neco.1997.9.8.1735. Back',
    );
    expect(toText(second!)).toMatch(
      / Łukasz Kaiser and Illia Polosukhin \(2017\)\. Attention Is All You Need\. Advances in .* 30\. arXiv:1706\.03762\. Back to 1, 2$/,
    );
    expect(hrefs(tree).slice(3)).toEqual([
      'references.bib',
      'https://doi.org/10.1162/neco.1997.9.8.1735',
      '#cite-hochreiter1997-1',
      'https://arxiv.org/abs/1706.03762',
      '#cite-vaswani2017-1',
      '#cite-vaswani2017-2',
    ]);
  });

  it('tells two sources of one name and year apart', () => {
    const tree = cite('<p>[@cho2014properties] [@cho2014]</p>');
    expect(toText(all(tree, 'p')[0]!)).toBe('(Cho et al. 2014b) (Cho et al. 2014a)');
    expect(toText(all(tree, 'li')[0]!)).toContain('(2014a). Learning Phrase Representations');
  });

  it('leaves code, other brackets and pages without citations alone', () => {
    const html = '<p><code>[@vaswani2017]</code> [not one] [a@b.c]</p>';
    expect(toText(cite(html))).toBe('[@vaswani2017] [not one] [a@b.c]');
    expect(all(cite(html), 'h2')).toEqual([]);
  });

  it('stops on an unknown key, with file and line', () => {
    expect(() => cite('<p>One line,\nand [@vaswani2018].</p>')).toThrow(
      'content/lessons/attention/code.mdx:2:5: [@vaswani2018] cites vaswani2018, which content/references.bib does not have.',
    );
  });

  it.each([
    '[see @vaswani2017]',
    '[@vaswani2017 eq. 1]',
    '[-@vaswani2017]',
    '[@vaswani2017; jain2019]',
    '[@Vaswani2017]',
  ])('stops on %s', (written) => {
    expect(() => cite(`<p>${written}</p>`)).toThrow(`:1:4: ${written} is not written as a citation`);
  });
});

describe('bibliographyOf(tree)', () => {
  it('holds what a text cites, once, as it stands in the list', () => {
    const bibliography = bibliographyOf(
      parseMdx('It is [@wiegreffe2019; @jain2019, section 3] so.\n\n*So* [@jain2019], `[@ba2016]`.'),
    );
    expect([...readBibliography(bibliography).keys()]).toEqual(['jain2019', 'wiegreffe2019']);
    const whole = readFileSync('content/references.bib', 'utf8');
    for (const entry of bibliography.trim().split('\n\n')) expect(whole).toContain(entry);
    expect(bibliographyOf(parseMdx('Nothing.'))).toBe('');
  });
});

describe('references.bib', () => {
  const references = [...readBibliography(readFileSync('content/references.bib', 'utf8')).values()];

  it('says of every source where it can be found', () => {
    expect(references.length).toBeGreaterThan(15);
    expect(references.filter(({ doi, eprint, url }) => !doi && !eprint && !url)).toEqual([]);
  });

  it('stands in the order of its keys, which begin with the first author and hold the year', () => {
    expect(references.map(({ key }) => key)).toEqual(references.map(({ key }) => key).toSorted());
    const plain = (name: string) =>
      name
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase();
    expect(references.filter(({ key, authors, year }) => !key.startsWith(plain(authors[0]!.family) + year))).toEqual(
      [],
    );
  });
});

describe('readBibliography', () => {
  const good = '@misc{a2020,\n  author = {Family, Given},\n  title = {T},\n  year = {2020},\n}';

  it('reads an entry', () => {
    expect(readBibliography(`% a comment\n${good}\n`).get('a2020')).toMatchObject({
      authors: [{ family: 'Family', given: 'Given' }],
      title: 'T',
      year: '2020',
      venue: undefined,
    });
  });

  it.each([
    ['a kind it does not know', good.replace('misc', 'book'), /^1: @book is none of article/],
    ['a key that is taken', `${good}\n${good}`, /^6: The key a2020 is taken/],
    ['a missing field', good.replace('  title = {T},\n', ''), /^4: a2020 has no title/],
    ['a field of another kind', good.replace('title', 'booktitle = {B},\n  title'), /has no field booktitle/],
    ['a field written twice', good.replace('title', 'year = {2020},\n  title'), /two fields year/],
    ['TeX', good.replace('{T}', '{Na\\"ive}'), /^3: .*without braces or TeX/],
    ['braces in braces', good.replace('{T}', '{{T}}'), /^3: /],
    [
      'a name without a comma',
      good.replace('Family, Given', 'Given Family'),
      /"Given Family" of a2020 is not "Family, Given"/,
    ],
    ['a year that is none', good.replace('{2020}', '{20}'), /year = \{20\}/],
    ['a DOI with its resolver', good.replace('year', 'doi = {https://doi.org/10.1000/1},\n  year'), /doi = /],
    ['an entry that does not end', good.slice(0, -1), /^5: /],
  ])('refuses %s', (_, source, reason) => {
    expect(() => readBibliography(source)).toThrow(reason);
  });
});
