/** The notebooks that a reader downloads, as they were built. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { regionOf } from '../../src/markdown/region.ts';
import { pythonWith } from '../lib/listings/python.ts';

interface Cell {
  readonly cell_type: 'markdown' | 'code';
  readonly source: string;
  readonly outputs?: readonly { readonly text: string }[];
}

/** What a Python program prints about a notebook. */
function ask(python: string, args: readonly string[], notebook: string): string {
  const { status, stdout, stderr } = spawnSync(python, args, { input: notebook, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const validate =
  'import nbformat, sys; nbformat.validate(nbformat.reads(sys.stdin.read(), as_version=nbformat.NO_CONVERT))';

describe.each([
  { language: 'numpy', module: 'numpy', required: Boolean(process.env['CI']) },
  { language: 'pytorch', module: 'torch', required: Boolean(process.env['REQUIRE_PYTORCH']) },
])('the notebooks in $module', ({ language, module, required }) => {
  const folder = inject('folder');
  const notebooks = globSync(`*/*/*-${language}.ipynb`, { cwd: folder }).map((path) => {
    const notebook = readFileSync(join(folder, path), 'utf8');
    const { cells } = JSON.parse(notebook) as { cells: readonly Cell[] };
    return { path, notebook, cells, code: cells.filter(({ cell_type }) => cell_type === 'code') };
  });
  const missing = (python: string | undefined, what: string): string => (python ? '' : `: no Python here has ${what}`);

  it('hold every step of the program, and nothing else: what it imports, and then a step and its numbers each', () => {
    const file = readFileSync(`lib/listings/attention_${language}.py`, 'utf8');
    const steps = [...file.matchAll(/^# region (\S+)$/gm)]
      .map(([, name]) => name!)
      .filter((name) => !name.endsWith('-worked'));
    const told = notebooks.map(({ code }) => {
      const held = new Set(code.map(({ source }) => source));
      const here = steps.filter((step) => held.has(regionOf(file, step).code));
      expect(code).toHaveLength(1 + 2 * here.length);
      return here;
    });
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.flat())).toEqual(new Set(steps));
  });

  const checker = pythonWith('nbformat');
  it.skipIf(!checker)(`are such by nbformat${missing(checker, 'nbformat')}`, () => {
    for (const { notebook } of notebooks) expect(ask(checker!, ['-W', 'error', '-c', validate], notebook)).toBe('');
    const broken = notebooks[0]!.notebook.replace('"id": "cell-1"', '"id": "cell 1"');
    expect(() => ask(checker!, ['-W', 'error', '-c', validate], broken)).toThrow('ValidationError');
  });

  const python = pythonWith(module);
  it.skipIf(!python && !required)(
    `run from top to bottom, and print what they show${missing(python, module)}`,
    () => {
      expect(python, `This must run: install ${module}.`).toBeDefined();
      for (const { path, notebook, code } of notebooks) {
        const printed = JSON.parse(ask(python!, ['tests/jupyter/run.py'], notebook)) as string[];
        expect(printed, path).toEqual(code.map(({ outputs }) => outputs!.map(({ text }) => text).join('')));
      }
    },
    60_000,
  );

  it('are prose and code alone: no tag of the page, no TeX of the page, no link that needs it', () => {
    const prose = notebooks
      .flatMap(({ cells }) => cells)
      .filter(({ cell_type }) => cell_type === 'markdown')
      .map(({ source }) => source);
    for (const text of prose) {
      const said = text.replace(/```[^]*?```|`[^`\n]*`/g, '');
      expect(said).not.toMatch(/<(?!\/?(?:details|summary)>)[A-Za-z/]|\\(?:Q|K|V|weights)\b|\[@\w|\]\((?!https?:)/);
    }
  });
});
