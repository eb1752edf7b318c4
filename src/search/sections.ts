import { typedFormula } from './typed-formula.ts';

/** A part of a built page that a search leads to. */
export interface Section {
  /** Under the base: the page's address, with the section's own where it is not the first, `/attention/code/#softmax`. */
  readonly url: string;
  /** A document of its own, under its heading and with the name of its page. */
  readonly html: string;
}

/** Names and the heads of columns stand apart from what they stand before, though no space is written there. */
const beside = /(?=<\/(?:dt|th)>)/g;
/** A heading that can be led to, or an entry of a list. A figure belongs to the section that shows it. */
const begins = /<(?:h[23]|\w+ class="entry") id="([^"]+)"/g;

/**
 * A built page cut at its headings. It is cut as text: pages are large, and what stands open at a cut closes by itself.
 * A page says in `data-found-as` what it is called among others; one that does not is not found. `data-found-weight`
 * is how much its words count, where not as much as others.
 *
 * @param path The page's address under the base: `/attention/code/`.
 */
export function sectionsOf(path: string, page: string): Section[] {
  const [, name, rest, body] = /\sdata-found-as="([^"]*)"([^>]*)>([\s\S]*)<\/main>/.exec(page) ?? [];
  if (name === undefined || rest === undefined || body === undefined) return [];
  const [, weight] = /data-found-weight="([^"]*)"/.exec(rest) ?? [];
  const weighed = weight === undefined ? '' : ` data-pagefind-weight="${weight}"`;
  const [, language] = /<html lang="([^"]+)"/.exec(page)!;
  const text = body
    .replace(/(<annotation[^>]*>)([^<]*)/g, (_, tag: string, tex: string) => `${tag} ${typedFormula(tex)} `)
    .replace(beside, ' ');
  const cuts = [{ index: 0, anchor: '' }];
  for (const { index, 1: id } of text.matchAll(begins)) cuts.push({ index, anchor: `#${id}` });
  return cuts.map(({ index, anchor }, at) => {
    // Its own heading is the title of a document.
    const own = text
      .slice(index, cuts[at + 1]?.index)
      .replace(/(<\/?)h[123](?=[ >])/g, (_, begin: string) => `${begin}h1${begin === '<' ? weighed : ''}`);
    return {
      url: path + anchor,
      html: `<html lang="${language}"><body data-pagefind-meta="page[data-page]" data-page="${name}"${weighed}>${own}</body></html>`,
    };
  });
}
