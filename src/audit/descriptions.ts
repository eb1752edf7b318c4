import type { BuiltSite } from './site.ts';

/** Every image and drawing that nothing is said of, in words: a sentence each. */
export function missingDescriptions(site: BuiltSite): string[] {
  return site.pages.flatMap(({ path, facts }) => facts.undescribed.map((fault) => `${path}: ${fault}.`));
}
