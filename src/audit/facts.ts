import { Parser } from 'htmlparser2';

/** What an audit asks of a page. It is read in one pass, and a site of many pages is held as this and not as trees. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  /** Every address that stands in it. */
  readonly addresses: readonly string[];
  /** What a browser fetches for it unasked. */
  readonly loaded: readonly string[];
  /** Images and drawings that nothing is said of, in words. */
  readonly undescribed: readonly string[];
  /** Each mark of a concept, with the figure that it stands in. */
  readonly concepts: readonly { readonly name: string; readonly figure: string | undefined }[];
  /** How many figures it has, and how many cells that readers run. */
  readonly figures: number;
  readonly cells: number;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** What stands in the page itself of scripts, and of styles in its head. */
  readonly inlineScript: string;
  readonly inlineStyle: string;
}

/** Elements that fetch a file, and the attribute that names it. */
const loading: Readonly<Record<string, string>> = {
  script: 'src',
  img: 'src',
  source: 'src',
  link: 'href',
  iframe: 'src',
  object: 'data',
};

const words = (text: string | undefined): string[] => text?.split(/\s+/) ?? [];

export function factsOf(html: string): PageFacts {
  const ids = new Set<string>();
  const addresses: string[] = [];
  const loaded: string[] = [];
  const undescribed: string[] = [];
  const concepts: { name: string; figure: string | undefined }[] = [];
  const scripts: string[] = [];
  const styles: string[] = [];
  /** The figures that stand open, from the outermost. */
  const within: string[] = [];
  let figures = 0;
  let cells = 0;
  let inHead = false;
  let inside: 'script' | 'style' | undefined;
  const inline = { script: '', style: '' };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['id']) ids.add(attributes['id']);
      const address = attributes['href'] ?? attributes['src'];
      if (address !== undefined) addresses.push(address);
      const fetched = attributes[loading[name] ?? ''];
      // Some addresses are told, and nothing is fetched from them.
      const isTold = words(attributes['rel']).some((kind) => kind === 'canonical' || kind === 'alternate');
      if (fetched !== undefined && !isTold) loaded.push(fetched);
      if (name === 'img' && attributes['alt'] === undefined)
        undescribed.push(`the image ${attributes['src']} has no alt text`);
      if (attributes['role'] === 'img' && attributes['aria-label'] === undefined)
        undescribed.push('a drawing with role="img" has no aria-label');
      if (name === 'figure') {
        within.push(attributes['id'] ?? '');
        if (words(attributes['class']).includes('figure')) figures++;
      }
      if (name === 'code-cell') cells++;
      const concept = attributes['data-concept'];
      if (concept !== undefined) concepts.push({ name: concept, figure: within.at(-1)?.replace(/^figure-/, '') });
      if (name === 'head') inHead = true;
      if (name === 'script' && attributes['src'] !== undefined) scripts.push(attributes['src']);
      else if (name === 'script' || (name === 'style' && inHead)) inside = name;
      if (name === 'link' && attributes['rel'] === 'stylesheet' && attributes['href']) styles.push(attributes['href']);
    },
    ontext(text) {
      if (inside) inline[inside] += text;
    },
    onclosetag(name) {
      if (name === 'head') inHead = false;
      if (name === 'figure') within.pop();
      if (name === inside) inside = undefined;
    },
  });
  parser.end(html);
  return {
    ...{ ids, addresses, loaded, undescribed, concepts, figures, cells, scripts, styles },
    inlineScript: inline.script,
    inlineStyle: inline.style,
  };
}
