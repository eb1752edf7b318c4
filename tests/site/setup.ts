import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, base included. */
    readonly site: string;
    /** The folder it was built to. */
    readonly folder: string;
  }
}

/** Under a base, as on a fork's Pages: an address that forgets it fails here. Pages publishes what was tested. */
const base = process.env['SITE_BASE'] || '/x/';

/** Builds the site once and serves it to all tests of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = resolve('.cache', 'tested-site');
  // Unpacks the browser once, before test files that run at the same time would each begin to.
  await (await launchBrowser()).close();
  // Vitest calls its world "test", and a site built in it would lack what only a published one carries.
  execFileSync('npx', ['astro', 'build', '--outDir', outDir], {
    env: { ...process.env, SITE_BASE: base, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = await preview({
    root: resolve('.'),
    base,
    outDir,
    logLevel: 'error',
    // As Pages answers: what a browser has just fetched it does not ask for again.
    server: { port: 0, headers: { 'cache-control': 'max-age=600' } },
  });
  project.provide('site', `http://localhost:${server.port}${base}`);
  project.provide('folder', outDir);
  return () => server.stop();
}
