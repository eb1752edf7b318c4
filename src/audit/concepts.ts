import { globSync, readFileSync } from 'node:fs';
import { concepts } from '../../content/concepts.ts';
import type { BuiltSite } from './site.ts';

/** Where a name stands between quotes in the sources of a figure: `components/figures/stepper/looks.ts:12`. */
function written(name: string, figure: string): string[] {
  return globSync(`components/figures/${figure}/*.{ts,astro}`)
    .toSorted()
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => (new RegExp(`["'\`]${name}["'\`]`).test(line) ? [`${file}:${index + 1}`] : [])),
    );
}

/** Every concept that something in the built site is marked with and `content/concepts.ts` does not declare: a sentence each. */
export function undeclaredConcepts(site: BuiltSite): string[] {
  const found = new Map<string, string>();
  for (const { path, facts } of site.pages)
    for (const { name, figure } of facts.concepts) {
      if (Object.hasOwn(concepts, name) || found.has(name)) continue;
      found.set(name, [...(figure ? written(name, figure) : []), path].join(', '));
    }
  return [...found].map(
    ([name, places]) =>
      `${places}: data-concept="${name}" names no concept. Known: ${Object.keys(concepts).join(', ')}.`,
  );
}
