import type { Taken } from './taken.ts';

/** What TeX reads as its own. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'&%$#_{}'].map((sign) => [sign, `\\${sign}`])),
};

const plain = (text: string): string => text.replace(/[\\~^&%$#_{}]/g, (sign) => special[sign]!);

/** A figure as it stands, as an entry of BibTeX. */
export function bibtexOf(
  { id, title, badge, source, sentence, settings }: Taken,
  { link, site }: { readonly link: string; readonly site: string },
): string {
  const note = [source ? `${badge}, ${source}` : badge, ...settings, ...(sentence ? [`“${sentence}”`] : [])].join('; ');
  return [
    `@misc{${site.toLowerCase().replace(/[^a-z]+/g, '-')}-${id},`,
    `  title = {{${plain(title)}}},`,
    `  howpublished = {Figure in \\emph{${plain(site)}}},`,
    `  note = {${plain(note)}},`,
    `  url = {${link}}`,
    '}',
  ].join('\n');
}
