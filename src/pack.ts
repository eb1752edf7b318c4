import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * A module of the repository, with all that it imports, as one classic script.
 *
 * @param entry Its path in the repository.
 * @param name What the script calls that which the module exports.
 */
export async function packScript(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2023', lib: { entry: root + entry, formats: ['iife'], name } },
  });
  const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (script?.type !== 'chunk') throw new Error(`${entry} makes no script.`);
  return script.code.trimEnd();
}
