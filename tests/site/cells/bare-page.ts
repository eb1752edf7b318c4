import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { strings } from '../../../content/strings/en.ts';
import { packRuntime } from '../../../src/cells/pack.ts';
import { runtimeFile, virtualCells } from '../../../src/integrations/cells/virtual.ts';
import { contentSecurityPolicy } from '../../../src/layouts/policy.ts';

/**
 * The files of a page that has nothing but what runs cells, under the policy of all pages; by their names below the base.
 *
 * @param base The path that the page finds the rest of its site at.
 */
export async function barePage(base: string): Promise<Readonly<Record<string, { contentType: string; body: string }>>> {
  const entry = fileURLToPath(new URL('fixture.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    base,
    plugins: [virtualCells()],
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (script?.type !== 'chunk') throw new Error('The page for cells has no script.');
  return {
    'bare/': {
      contentType: 'text/html',
      body: `<!doctype html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('')}"><meta name="strings" content="${JSON.stringify(strings.said).replaceAll('"', '&quot;')}"><title>Cells</title><script type="module" src="bare.js"></script>`,
    },
    'bare/bare.js': { contentType: 'text/javascript', body: script.code },
    [await runtimeFile()]: { contentType: 'text/javascript', body: await packRuntime() },
  };
}
