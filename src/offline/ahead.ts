import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The most that a visit may fetch ahead, in bytes after gzip. */
export const room = 3_000_000;

/** Never fetched ahead: the model keeps itself, a search its parts when it is used, and what is downloaded is a file of the reader's. */
const whenUsed =
  /^(encoder|pagefind|embed|social)\/|^(404\.html|service-worker\.js|robots\.txt)$|\.(ipynb|bib|png|ico|xml|txt)$/;

export interface Ahead {
  /** Addresses below the base, a page's with its slash. */
  readonly addresses: readonly string[];
  /** Of all that they hold: another for other contents. */
  readonly version: string;
  readonly bytes: number;
}

const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** What of a built site is fetched ahead of its use: what every page is made of, then pages in the order of their addresses, as far as there is room. */
export function aheadOf(folder: string): Ahead {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((file) => !whenUsed.test(file))
    .toSorted();
  const isPage = (file: string): boolean => file.endsWith('.html');
  const addresses: string[] = [];
  const contents = createHash('sha256');
  let bytes = 0;
  for (const file of [...files.filter((file) => !isPage(file)), ...files.filter(isPage)]) {
    const content = readFileSync(join(folder, file));
    const size = file.endsWith('.woff2') ? content.length : gzipSync(content).length;
    if (bytes + size > room) break;
    bytes += size;
    addresses.push(addressOf(file));
    contents.update(`${file} ${content.length} `).update(content);
  }
  return { addresses, version: contents.digest('hex').slice(0, 12), bytes };
}
