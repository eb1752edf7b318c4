import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * A Python that has a module: the one PYTHON names, else the first on the path, else the
 * system's own, for which a distribution packages NumPy.
 */
export function pythonWith(module: string): string | undefined {
  const named = process.env['PYTHON'];
  const candidates = named ? [named] : ['python3', '/usr/bin/python3'];
  return candidates.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0);
}

/** Nested numbers, with NaN where Python printed null. */
export type Result = number | boolean | readonly Result[];

/** What a listing's functions return, called in one Python process by call.py. */
export function callListing(
  python: string,
  file: string,
  calls: readonly (readonly [string, readonly unknown[]])[],
): Result[] {
  const { status, stdout, stderr } = spawnSync(python, [fileURLToPath(new URL('call.py', import.meta.url))], {
    input: JSON.stringify({ file, calls }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${python} could not call ${file}:\n${stderr}`);
  return JSON.parse(stdout, (_, value) => (value === null ? NaN : value)) as Result[];
}
