import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseHTML } from 'linkedom';

/** One page of the built site. */
export interface BuiltPage {
  /** Its address under the base: `/attention/code/`. */
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

/** The built site on disk, as a server would serve it. */
export interface BuiltSite {
  readonly folder: string;
  /** Where it is served: `/` or `/repository/`. */
  readonly base: string;
  readonly pages: readonly BuiltPage[];
}

export function readSite(folder: string, base: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const pages = files.toSorted().map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    return {
      path: `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
      html,
      document: parseHTML(html).document,
    };
  });
  return { folder, base: base.endsWith('/') ? base : `${base}/`, pages };
}

/** The file that an address of the site is served from, if there is one. */
export function fileAt({ folder, base }: BuiltSite, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = join(folder, decodeURIComponent(pathname.slice(base.length)));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
  return existsSync(file) ? file : undefined;
}

/** The page that an address of the site shows, if there is one. */
export function pageAt({ base, pages }: BuiltSite, pathname: string): BuiltPage | undefined {
  return pages.find(({ path }) => posix.join(base, path) === pathname);
}
