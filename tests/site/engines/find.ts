import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is, by its name or by a pattern of whole paths: the first that is there. */
export function findProgram(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => (name.includes('/') ? globSync(name) : folders.map((folder) => join(folder, name))))
    .find((path) => existsSync(path));
}
