/** One source, as `content/references.bib` describes it. */
export interface Reference {
  readonly key: string;
  /** Its entry, as it is written. */
  readonly source: string;
  readonly authors: readonly { readonly family: string; readonly given: string }[];
  readonly title: string;
  readonly year: string;
  /** Where it appeared: a journal, proceedings, an institution; nothing for a preprint. */
  readonly venue: string | undefined;
  readonly volume: string | undefined;
  readonly number: string | undefined;
  readonly pages: string | undefined;
  readonly doi: string | undefined;
  /** Its number on arXiv. */
  readonly eprint: string | undefined;
  readonly url: string | undefined;
}

/** The field of each kind of entry that names where it appeared. */
const venues: Record<string, string | undefined> = {
  article: 'journal',
  inproceedings: 'booktitle',
  techreport: 'institution',
  misc: undefined,
};
const optional = ['volume', 'number', 'pages', 'doi', 'eprint', 'url'];

const shapes: Record<string, RegExp> = {
  year: /^\d{4}$/,
  volume: /^\d+$/,
  number: /^\d+$/,
  pages: /^\d+(–\d+)?$/,
  doi: /^10\.\d{4,}\/\S+$/,
  eprint: /^\d{4}\.\d{4,5}$/,
  url: /^https:\/\/\S+$/,
};

/**
 * Reads BibTeX, the little of it that this repository writes: entries `@kind{key, name = {value}, …}`
 * in UTF-8 without TeX, authors as `Family, Given and Family, Given`, comments after
 * `%`. Anything else is refused.
 *
 * @throws Error with the line at fault: `12: …`
 */
export function readBibliography(text: string): Map<string, Reference> {
  const references = new Map<string, Reference>();
  let at = 0;

  function fail(reason: string): never {
    throw new Error(`${text.slice(0, at).split('\n').length}: ${reason}`);
  }
  function take(pattern: RegExp, wanted: string): RegExpExecArray {
    const sticky = new RegExp(pattern, 'y');
    sticky.lastIndex = at;
    const match =
      sticky.exec(text) ?? fail(`Here ${wanted} should stand, not "${text.slice(at, at + 20).split('\n')[0]}".`);
    at += match[0].length;
    return match;
  }
  const skip = (): void => void take(/(?:\s|%.*)*/, 'an entry');

  for (skip(); at < text.length; skip()) {
    const start = at;
    const [, kind, key] = take(/@(\w+)\{([a-z][a-z0-9]*),/, 'an entry @kind{key,');
    if (!(kind! in venues)) fail(`@${kind} is none of ${Object.keys(venues).join(', ')}.`);
    if (references.has(key!)) fail(`The key ${key} is taken.`);
    const fields = new Map<string, string>();
    for (skip(); text[at] !== '}'; skip()) {
      const [, name, value] = take(/(\w+) = \{([^{}\\$~]*)\},/, 'a field name = {value}, without braces or TeX inside');
      if (fields.has(name!)) fail(`${key} has two fields ${name}.`);
      fields.set(name!, value!.replaceAll('--', '–'));
    }
    take(/\}/, '}');
    references.set(key!, { ...checked(kind!, key!, fields, fail), source: text.slice(start, at) });
  }
  return references;
}

function checked(
  kind: string,
  key: string,
  fields: Map<string, string>,
  fail: (reason: string) => never,
): Omit<Reference, 'source'> {
  const venue = venues[kind];
  const required = ['author', 'title', 'year', ...(venue ? [venue] : [])];
  for (const name of required) if (!fields.get(name)) fail(`${key} has no ${name}.`);
  for (const [name, value] of fields) {
    if (![...required, ...optional].includes(name)) fail(`An @${kind} such as ${key} has no field ${name}.`);
    if (shapes[name] && !shapes[name].test(value)) fail(`${name} = {${value}} of ${key} is not written as one.`);
  }
  const authors = fields
    .get('author')!
    .split(' and ')
    .map((author) => {
      const [family, given, more] = author.split(', ');
      if (!family || !given || more) fail(`"${author}" of ${key} is not "Family, Given".`);
      return { family, given };
    });
  const get = (name: string): string | undefined => fields.get(name);
  return {
    key,
    authors,
    title: get('title')!,
    year: get('year')!,
    venue: venue && get(venue),
    volume: get('volume'),
    number: get('number'),
    pages: get('pages'),
    doi: get('doi'),
    eprint: get('eprint'),
    url: get('url'),
  };
}
