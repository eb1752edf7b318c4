import type { BuiltSite } from './site.ts';

/** Every file that a page would load from another server: a sentence each. */
export function foreignFiles(site: BuiltSite): string[] {
  return site.pages.flatMap(({ path, facts }) =>
    facts.loaded
      .filter((address) => /^(https?:)?\/\//.test(address))
      .map((address) => `${path}: ${address} would be loaded from another server.`),
  );
}
