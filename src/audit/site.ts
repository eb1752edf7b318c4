import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseHTML } from 'linkedom';
import { factsOf, type PageFacts } from './facts.ts';

/** One page of the built site. */
export class BuiltPage {
  /** Its address under the base: `/attention/code/`. */
  readonly path: string;
  readonly file: string;
  readonly facts: PageFacts;
  #document: Document | undefined;

  constructor(path: string, file: string) {
    this.path = path;
    this.file = file;
    this.facts = factsOf(this.html);
  }

  get html(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** As a tree, for who asks more of it than its facts. */
  get document(): Document {
    return (this.#document ??= parseHTML(this.html).document);
  }
}

/** The built site on disk, as a server would serve it. */
export interface BuiltSite {
  readonly folder: string;
  /** Where it is served: `/` or `/repository/`. */
  readonly base: string;
  readonly pages: readonly BuiltPage[];
  /** All that a server would find, below the folder: files, and folders with the page in them. */
  readonly files: ReadonlyMap<string, string>;
  readonly pageOf: ReadonlyMap<string, BuiltPage>;
}

export function readSite(folder: string, base: string): BuiltSite {
  const under = base.endsWith('/') ? base : `${base}/`;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .toSorted();
  const files = new Map(names.map((name) => [name, join(folder, name)]));
  for (const [name, file] of [...files])
    if (/(^|\/)index\.html$/.test(name))
      for (const address of [name.slice(0, -'index.html'.length), name.slice(0, -'/index.html'.length)])
        files.set(address, file);
  const pages = names
    .filter((name) => name.endsWith('.html'))
    .map((name) => new BuiltPage(`/${name.replace(/(^|\/)index\.html$/, '$1')}`, join(folder, name)));
  const pageOf = new Map(pages.map((page) => [posix.join(under, page.path), page]));
  return { folder, base: under, pages, files, pageOf };
}

/** The file that an address of the site is served from, if there is one. */
export function fileAt({ base, files }: BuiltSite, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  return files.get(decodeURIComponent(pathname.slice(base.length)));
}

/** The page that an address of the site shows, if there is one. */
export function pageAt({ pageOf }: BuiltSite, pathname: string): BuiltPage | undefined {
  return pageOf.get(pathname);
}
