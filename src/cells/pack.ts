import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { runtimeName } from '../../components/cells/run/script.ts';

let packed: Promise<string> | undefined;

/** The library and the runner of cells as one classic script: the same for the build, the page and the tests. */
export const packRuntime = (): Promise<string> => (packed ??= pack());

async function pack(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: `${root}components/cells/run/worker/runtime.ts`,
        formats: ['iife'],
        name: runtimeName,
      },
    },
  });
  const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (script?.type !== 'chunk') throw new Error('The runtime of cells holds no script.');
  return script.code.trimEnd();
}
