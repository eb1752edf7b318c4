import { withBase } from '#components/base.ts';
import { LateCode } from '#components/figure/late-code.ts';

/** A section that was found. */
export interface Found {
  readonly url: string;
  /** The lines around what was found, that in `<mark>`. */
  readonly excerpt: string;
  readonly meta: { readonly title: string; readonly page: string };
}

/** All that was found, best first, each fetched when it is to be shown. */
type Results = readonly { readonly data: () => Promise<Found> }[];

interface Index {
  readonly init: () => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: Results }>;
}

const script = new LateCode<{ createInstance: (options: object) => Index }>(
  'searcher',
  () => import(/* @vite-ignore */ new URL(withBase('/pagefind/pagefind.js'), location.href).href),
);
let loaded: Promise<Index> | undefined;

async function load(): Promise<Index> {
  // A long section that tells of it is worth no less than a short one that names it.
  const index = (await script.fetch()).createInstance({ noWorker: true, ranking: { pageLength: 0 } });
  await index.init();
  return index;
}

/**
 * What is found for some words; without any, the index is fetched and nothing found.
 *
 * @throws Error where the index cannot be had, in whole or in part; the next call tries again.
 */
export async function find(words: string): Promise<Results> {
  loaded ??= load();
  try {
    const index = await loaded;
    if (words === '') return [];
    const { results } = await index.search(words);
    // A part of the index that did not come is passed over in silence, as if the words were in none.
    if (results.length === 0 && !(await fetch(withBase('/pagefind/pagefind-entry.json'))).ok) throw new Error();
    return results;
  } catch (error) {
    loaded = undefined;
    throw error;
  }
}
