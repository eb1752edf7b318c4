import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Claim } from '../../lib/claims/index.ts';

const files = import.meta.glob<Record<string, unknown>>('/lib/claims/*.ts', { eager: true });

/** The file of `lib/claims/` that a claim stands in, from the root of the repository, and the line that names it. */
export function sourceOf({ id }: Claim): { readonly path: string; readonly line: number | undefined } {
  const [path] = Object.entries(files).find(
    ([path, exported]) =>
      !path.endsWith('/index.ts') &&
      Object.values(exported).some((list) => Array.isArray(list) && list.some((claim: Claim) => claim.id === id)),
  )!;
  const line = readFileSync(resolve(`.${path}`), 'utf8')
    .split('\n')
    .findIndex((text) => text.includes(`id: '${id}'`));
  return { path: path.slice(1), line: line < 0 ? undefined : line + 1 };
}
