import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '../site/browser.ts';
import type { AttentionBench, AttentionCase } from './attention-cases.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** What the page may ask of the peers' folder, by path. Each script gives a name to all the page: `ort`, and `tf`. */
const scripts = [
  'onnxruntime-web/dist/ort.wasm.min.js',
  '@tensorflow/tfjs-core/dist/tf-core.min.js',
  '@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js',
];
const tfjsFolder = '/peers/@tensorflow/tfjs-backend-wasm/dist/';

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      rolldownOptions: { input: join(import.meta.dirname, 'page.ts'), output: { codeSplitting: false } },
    },
  });
  const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (script?.type !== 'chunk') throw new Error('The bundle of the bench holds no script.');
  return script.code;
}

/** The bench in headless Chromium, from a server of this machine's own. */
export async function attentionInChromium(
  cases: readonly AttentionCase[],
  peers?: string,
): Promise<{ runtime: string; measured: AttentionBench }> {
  const files: Record<string, string> = {
    '/': `<!doctype html><title>bench</title>${(peers ? scripts : []).map((path) => `<script src="/peers/${path}"></script>`).join('')}<script type="module" src="/bench.js"></script>`,
    '/bench.js': await bundle(),
  };
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = peers && path.startsWith('/peers/') ? join(peers, path.slice('/peers/'.length)) : undefined;
    const body = files[path] ?? (file && existsSync(file) ? readFileSync(file) : undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream',
      // Isolated from other origins, a page is given a clock of 5 µs instead of 100.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'attentionBench' in globalThis);
    const measured = await page.evaluate(
      ([asked, folder]) =>
        (
          globalThis as unknown as {
            attentionBench: (cases: readonly AttentionCase[], folder: string) => Promise<AttentionBench>;
          }
        ).attentionBench(asked, folder),
      [cases, tfjsFolder] as const,
    );
    return { runtime: `Chromium ${browser.version()}`, measured };
  } finally {
    await browser.close();
    server.close();
  }
}
