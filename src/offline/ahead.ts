import type { ManifestEntry } from 'workbox-build';
// By its own path: the package's front door loads what it packs workers with, which takes two seconds.
import { getManifest } from 'workbox-build/build/get-manifest.js';

/** The most that a visit may fetch ahead, in bytes before they are packed for the way. */
export const room = 12_000_000;

/** Never fetched ahead: the model keeps itself, a search its parts when it is used, and what is downloaded is a file of the reader's. */
const whenUsed = [
  '{encoder,pagefind,embed,social}/**',
  '{404.html,service-worker.js,robots.txt}',
  '**/*.{ipynb,bib,png,ico,xml,txt}',
];

type Sized = ManifestEntry & { readonly size: number };
const isPage = ({ url }: ManifestEntry): boolean => url.endsWith('.html');

/** What every page is made of, then pages in the order of their addresses, as far as there is room. */
function inRoom(files: readonly Sized[]): Sized[] {
  let bytes = 0;
  return files
    .toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)) || (a.url < b.url ? -1 : 1))
    .filter(({ size }) => (bytes += size) <= room)
    .map((file) => ({ ...file, url: file.url.replace(/(^|\/)index\.html$/, '$1') || './' }));
}

export interface Ahead {
  /** Addresses below the base, a page's with its slash, and what tells one build's contents from another's. */
  readonly files: readonly ManifestEntry[];
  readonly bytes: number;
}

/** What of a built site is fetched ahead of its use. */
export async function aheadOf(folder: string): Promise<Ahead> {
  const { manifestEntries, size } = await getManifest({
    globDirectory: folder,
    globPatterns: ['**'],
    globIgnores: whenUsed,
    // These are named by their contents.
    dontCacheBustURLsMatching: /^_astro\//,
    maximumFileSizeToCacheInBytes: room,
    manifestTransforms: [(files) => ({ manifest: inRoom(files), warnings: [] })],
  });
  return { files: manifestEntries, bytes: size };
}
