import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where what such a site is made of stands. */
export const fixtures = 'tests/integrations/lessons';

/** Makes a folder for a site with other lessons than this one's, which has all else that every site has. */
export function layOut(root: string): void {
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['.cache', 'content']) mkdirSync(join(root, folder), { recursive: true });
  // What every site measures its claims by.
  for (const path of ['lib', '.cache/encoder', 'content/models']) symlinkSync(resolve(path), join(root, path));
  for (const page of globSync('content/*.mdx')) cpSync(page, join(root, page));
  // It shows parts of the site that are not here: its head is enough.
  const [, head] = readFileSync('content/gallery.mdx', 'utf8').split('---\n');
  writeFileSync(join(root, 'content/gallery.mdx'), `---\n${head}---\n`);
  for (const path of ['references.bib', 'strings/en.ts']) cpSync(join('content', path), join(root, 'content', path));
}

/** Builds it, in surroundings of its own. */
export function build(root: string, surroundings: Record<string, string>): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/astro/bin/astro.mjs'),
      ...['build', '--root', root, '--config', relative(root, `${fixtures}/astro.config.mjs`)],
    ],
    {
      cwd: root,
      encoding: 'utf8', // Of what Vitest sets, Vite would take the base and the mode.
      env: { PATH: process.env['PATH'], SITE_BASE: '/x/', ...surroundings },
    },
  );
  return { ok: status === 0, said: stdout + stderr };
}
