import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * The browser that comes in an npm tarball, unpacked once into `.cache/`. It exists for
 * Linux on x64; elsewhere, and where CHROMIUM_PATH names another, an installed one is used.
 */
async function bundled(): Promise<string> {
  const root = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  // It unpacks into the temporary folder and reuses what lies there, whatever its version.
  const folder = resolve('.cache', `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
    const path = await packed.executablePath();
    if (spawnSync('ldd', [path], { encoding: 'utf8' }).stdout.includes('not found')) {
      if (!existsSync(join(folder, 'al2023'))) await inflate(join(root, 'bin', 'al2023.tar.br'));
      setupLambdaEnvironment(join(folder, 'al2023', 'lib'));
    }
    return path;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** How to start the Chromium of all tests, as Playwright and Puppeteer both take it. */
export async function chromiumOptions(): Promise<
  ({ executablePath: string } | { channel: 'chrome' }) & { args: string[] }
> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, args: flags };
  if (process.platform === 'linux' && process.arch === 'x64') return { executablePath: await bundled(), args: flags };
  return { channel: 'chrome', args: flags };
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await chromiumOptions());
}
