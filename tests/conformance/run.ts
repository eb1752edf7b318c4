import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { showShape, type Tensor } from '../../lib/tensor.ts';
import { implementationNames, runCase, type Implementation } from './adapter.ts';
import { readCase, type Value } from './case.ts';

/** @returns What differs, in a sentence, or nothing. */
function difference(name: string, wanted: Value, got: Tensor | undefined): string | undefined {
  if (!got) return `${name} is not an output of the operator.`;
  if (wanted.dims.join() !== got.shape.join())
    return `${name} should be ${showShape(wanted.dims)}, but is ${showShape(got.shape)}.`;
  const [relative, absolute] = wanted.dtype === 'float16' ? [1e-2, 3e-3] : [1e-4, 1e-5];
  const at = wanted.data.findIndex((want, index) => {
    const have = got.data[index]!;
    if (!Number.isFinite(want)) return !Object.is(have, want);
    return !(Math.abs(have - want) <= absolute + relative * Math.abs(want));
  });
  return at < 0 ? undefined : `${name}[${at}] should be ${wanted.data[at]}, but is ${got.data[at]}.`;
}

/** @returns Why the case fails, in a sentence, or nothing. */
function failure(path: string, implementation: Implementation): string | undefined {
  try {
    const test = readCase(path);
    const results = runCase(test, implementation);
    if (Object.keys(test.outputs).length === 0) return 'the case asks for no output.';
    for (const [name, wanted] of Object.entries(test.outputs)) {
      const differs = difference(name, wanted, results[name]);
      if (differs) return differs;
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const isImplementation = (name: string): name is Implementation => implementationNames.some((known) => known === name);

/**
 * Runs every case in a folder and prints a line for each that fails.
 *
 * @param implementation What computes: `readable`, `kernel` (WebAssembly) or `blocked-ts`.
 * @returns The exit code: 0 when there were cases and all passed.
 */
export function runFolder(
  directory: string | undefined,
  print: (line: string) => void,
  implementation = 'readable',
): number {
  if (!isImplementation(implementation)) {
    print(`There is no implementation ${implementation}: name one of ${implementationNames.join(', ')}.`);
    return 1;
  }
  if (!directory || !existsSync(directory)) {
    print(`There is no folder ${directory ?? 'given'}: say where the cases are, npm run conformance -- <dir>.`);
    return 1;
  }
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort();
  if (files.length === 0) {
    print(`The folder ${directory} holds no .json case, so nothing was tested: name another folder.`);
    return 1;
  }
  let failed = 0;
  for (const file of files) {
    const why = failure(join(directory, file), implementation);
    if (!why) continue;
    failed++;
    print(`${file}: ${why}`);
  }
  print(`${files.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { implementation: { type: 'string' } },
    allowPositionals: true,
  });
  process.exitCode = runFolder(positionals[0], console.log, values.implementation);
}
