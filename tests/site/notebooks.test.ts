/** The notebooks that a reader downloads, as they were built. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
])('the notebook in $module', ({ language, module, required }) => {
  const notebook = readFileSync(join(inject('folder'), `attention/code/attention-${language}.ipynb`), 'utf8');
  const { cells } = JSON.parse(notebook) as { cells: readonly Cell[] };
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  const missing = (python: string | undefined, what: string): string => (python ? '' : `: no Python here has ${what}`);

  it('holds every step of the program, in the order of the chapter', () => {
    const file = readFileSync(`lib/listings/attention_${language}.py`, 'utf8');
    const steps = [...file.matchAll(/^# region (\S+)$/gm)].map(([, name]) => name!);
    const held = new Set(code.map(({ source }) => source));
    for (const step of steps.filter((name) => !name.endsWith('-worked')))
      expect(held, step).toContain(regionOf(file, step).code);
    // What it imports, and then a step and its numbers each.
    expect(code).toHaveLength(1 + steps.length);
  });

  const checker = pythonWith('nbformat');
  it.skipIf(!checker)(`is one by nbformat${missing(checker, 'nbformat')}`, () => {
    expect(ask(checker!, ['-W', 'error', '-c', validate], notebook)).toBe('');
    const broken = notebook.replace('"id": "cell-1"', '"id": "cell 1"');
    expect(() => ask(checker!, ['-W', 'error', '-c', validate], broken)).toThrow('ValidationError');
  });

  const python = pythonWith(module);
  it.skipIf(!python && !required)(
    `runs from top to bottom, and prints what it shows${missing(python, module)}`,
    () => {
      expect(python, `This must run: install ${module}.`).toBeDefined();
      const printed = JSON.parse(ask(python!, ['tests/jupyter/run.py'], notebook)) as string[];
      expect(printed).toEqual(code.map(({ outputs }) => outputs!.map(({ text }) => text).join('')));
    },
    60_000,
  );

  it('is prose and code alone: no tag of the page, no TeX of the page, no link that needs it', () => {
    const prose = cells.filter(({ cell_type }) => cell_type === 'markdown').map(({ source }) => source);
    for (const text of prose) {
      const said = text.replace(/```[^]*?```|`[^`\n]*`/g, '');
      expect(said).not.toMatch(/<(?!\/?(?:details|summary)>)[A-Za-z/]|\\(?:Q|K|V|weights)\b|\[@\w|\]\((?!https?:)/);
    }
  });
});
