import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Each law of the house is broken once on purpose: the linter must say so. */
let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint();
});

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('the laws of the house', () => {
  it.each([
    [
      'lib/ imports nothing outside lib/',
      'lib/attention/softmax.ts',
      "import '../../components/base.ts';",
      'lib/ imports nothing outside lib/',
    ],
    [
      'lib/ imports no package',
      'lib/attention/softmax.ts',
      "import { plot } from '@observablehq/plot';\nplot();",
      'lib/ imports nothing outside lib/',
    ],
    [
      'attention imports nothing that analyses it',
      'lib/attention/softmax.ts',
      "import '../analysis/entropy.ts';",
      'lib/attention/ imports nothing of the folders in lib/',
    ],
    [
      'attention imports no kernel, not even its type',
      'lib/attention/softmax.ts',
      "import type { Kernel } from '../kernels/kernel.ts';\nexport type K = Kernel;",
      'lib/attention/ imports nothing of the folders in lib/',
    ],
    [
      'analysis imports no kernel',
      'lib/analysis/entropy.ts',
      "export * from '../kernels/kernel.ts';",
      'lib/analysis/ imports attention, and nothing else',
    ],
    [
      'what stands beside the rooms imports none',
      'lib/tensor.ts',
      "export * from './attention/softmax.ts';",
      'What stands beside the folders of lib/ is for all of them',
    ],
    [
      'no room imports the face of the library',
      'lib/attention/softmax.ts',
      "import '../index.ts';",
      'lib/index.ts is for others',
    ],
    ['lib/ imports nothing of Node', 'lib/tensor.ts', "import 'node:fs';", 'lib/ and components/ run in a browser'],
    [
      'lib/ imports nothing outside lib/ later either',
      'lib/tensor.ts',
      "export const base = () => import('../components/base.ts');",
      'lib/ imports nothing outside lib/',
    ],
    [
      'a figure imports no other figure',
      'components/figures/masks/figure.ts',
      "import '../temperature/figure.ts';",
      'A figure imports no other figure',
    ],
    [
      'a figure imports no other figure in its Astro part',
      'components/figures/masks/Masks.astro',
      "---\nimport Temperature from '#components/figures/temperature/Temperature.astro';\n---\n<Temperature />\n",
      'A figure imports no other figure',
    ],
    ...['figures/masks/figure.ts', 'model/view.ts', 'sentence/cell.ts'].map((path) => [
      `what figures share does not know components/${path}`,
      'components/figure/redraw.ts',
      `import type {} from '../${path}';`,
      'components/figure/ imports plots, and nothing else',
    ]),
    [
      'the model knows no figure',
      'components/model/view.ts',
      "import '../figures/masks/figure.ts';",
      'components/model/ imports nothing of the folders in components/',
    ],
    [
      'the sentence knows no figure',
      'components/sentence/cell.ts',
      "import '../figures/masks/figure.ts';",
      'components/sentence/ imports figure, model, plots, and nothing else',
    ],
    [
      'a plot imports no package but Plot',
      'components/plots/heatmap.ts',
      "import 'linkedom';",
      'A plot imports Plot and other plots',
    ],
    [
      'a plot imports no figure',
      'components/plots/heatmap.ts',
      "import '../figure/redraw.ts';",
      'A plot imports Plot and other plots',
    ],
    [
      'a plot imports no attention',
      'components/plots/heatmap.ts',
      "import { softmax } from '#lib/attention/index.ts';\nsoftmax;",
      'A plot imports Plot and other plots',
    ],
    [
      'components import no prose',
      'components/prose/Term.ts',
      "import { concepts } from '../../content/concepts.ts';\nconcepts;",
      'Components import lib/ and components/',
    ],
    [
      'components import nothing of the shell',
      'components/base.ts',
      "import '../src/chapters.ts';",
      'Components import lib/ and components/',
    ],
    [
      'content imports nothing of the shell',
      'content/heads.ts',
      "import '../src/chapters.ts';",
      'Content imports components',
    ],
    [
      'a chapter imports no arithmetic',
      'content/lessons/attention/code.mdx',
      "import { softmax } from '#lib/attention/softmax.ts';\n\n{softmax}\n",
      'Content imports components',
    ],
    [
      'a chapter imports no package',
      'content/home.mdx',
      "import { plot } from '@observablehq/plot';\n\n{plot}\n",
      'Content imports components',
    ],
    [
      'random numbers have a seed',
      'lib/random.ts',
      'export const x = Math.random();',
      'Random numbers come from lib/random.ts',
    ],
    [
      'random numbers have a seed in figures too',
      'components/base.ts',
      'export const x = Math.random();',
      'Random numbers come from lib/random.ts',
    ],
    ['output holds no dates', 'src/chapters.ts', 'export const x = new Date();', 'Output holds no dates'],
    ['no circle', 'lib/attention/softmax.ts', "import './scaledDotProductAttention.ts';", 'Dependency cycle'],
    [
      'no circle through Astro files, seen from TypeScript',
      'components/figure/body.ts',
      "import Figure from './Figure.astro';\nexport const figure = Figure;\n",
      'Dependency cycle',
    ],
    [
      'no circle of a figure and its caption',
      'components/figures/masks/Masks.astro',
      "---\nimport Caption from '#content/figures/masks.mdx';\n---\n<Caption />\n",
      'Dependency cycle',
    ],
    [
      'no circle through Astro files',
      'components/figure/Frame.astro',
      "---\nimport Figure from './Figure.astro';\n---\n<Figure />\n",
      'Dependency cycle',
    ],
    [
      'figures do no arithmetic on attention',
      'components/base.ts',
      'export const x = Math.exp(1);',
      'Arithmetic on attention stands in lib/',
    ],
    ...['Math.pow(x, y)', 'Math.log1p(x)', 'Math.tanh(x)', 'x ** y', 'Math.E ** x', '(x **= y)'].map((power) => [
      `a figure does not compute ${power}`,
      'components/figures/masks/figure.ts',
      `export const f = (x: number, y: number) => [x, y, ${power}];`,
      'Arithmetic on attention stands in lib/',
    ]),
    ...[
      "await import('./reading.ts')",
      "[() => import('./reading.ts')]",
      "new Promise(() => import('./reading.ts'))",
    ].map((late) => [
      `code that may not come has a way to fail, which ${late} has not`,
      'components/figures/contrast/contrast.client.ts',
      `export const late = async () => ${late};`,
      'Code that comes late may not come',
    ]),
    [
      'the shell does no arithmetic on attention either',
      'src/chapters.ts',
      'export const x = Math.sqrt(2);',
      'Arithmetic on attention stands in lib/',
    ],
  ] as [string, string, string, string][])(
    '%s',
    async (_, path, code, message) => {
      expect((await faults(path, code)).join('\n')).toContain(message);
    },
    60_000,
  );

  it('lets the arrows run that are on the plan', async () => {
    expect(
      await faults(
        'components/base.ts',
        "import { softmax } from '#lib/attention/index.ts';\nsoftmax({ data: new Float32Array(1), shape: [1] });\n",
      ),
    ).toEqual([]);
    expect(
      await faults('components/plots/weight.ts', "import { plot } from '@observablehq/plot';\nplot({});\n"),
    ).toEqual([]);
    expect(await faults('components/plots/weight.ts', 'export const step = (x: number) => 10 ** x;\n')).toEqual([]);
  }, 60_000);
});

describe('the look at what imports what', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What `npm run lint` says of files of a folder, these and those that were there. */
  function said(files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const config = resolve('.dependency-cruiser.js');
    return spawnSync(resolve('node_modules/.bin/depcruise'), ['--config', config, '.'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  }

  it('finds a circle of types alone', () => {
    const a = "import type { B } from './b.ts';\nexport interface A { b: B }\n";
    const circle = "import type { A } from './a.ts';\nexport interface B { a: A }\n";
    expect(said({ 'a.ts': a, 'b.ts': circle })).toContain('no-circle');
    expect(said({ 'b.ts': "export type * from './a.ts';\nexport type B = 1;\n" })).toContain('no-circle');
    expect(said({ 'b.ts': 'export type B = 1;\n' })).toContain('no dependency violations found (2 modules');
  });

  it('finds a package that came by way of another', () => {
    const found = said({
      'package.json': '{ "dependencies": { "named": "1.0.0" } }',
      'node_modules/named/package.json': '{ "name": "named", "main": "index.js" }',
      'node_modules/named/index.js': '',
      'node_modules/by-way/package.json': '{ "name": "by-way", "main": "index.js" }',
      'node_modules/by-way/index.js': '',
      'a.ts': "import 'named';\nimport 'by-way';\n",
    });
    expect(found.match(/not-named: .*/g)).toEqual(['not-named: a.ts → node_modules/by-way/index.js']);
  });
});
