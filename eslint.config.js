import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import * as mdx from 'eslint-plugin-mdx';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** The laws of the house: what may import what. An arrow that is not here does not exist. */

/** The rooms of lib/, and which others each one imports. A room that is not here imports none. */
const rooms = {
  attention: [],
  linear: [],
  analysis: ['attention'],
  kernels: ['attention'],
  planar: ['attention'],
  baselines: ['analysis', 'attention', 'linear'],
  walkthrough: ['analysis', 'attention'],
  encoder: ['analysis', 'attention', 'kernels'],
  complexity: ['attention', 'baselines', 'kernels'],
  training: ['kernels'],
  exercises: ['analysis', 'attention', 'listings'],
  claims: ['analysis', 'attention', 'baselines', 'complexity', 'encoder', 'planar', 'training'],
};

/** The folders of components/, in the same way. */
const parts = {
  plots: [],
  model: [],
  figure: ['plots'],
  prose: ['model', 'plots'],
  cells: ['figure', 'model', 'plots', 'prose', 'sentence'],
  sentence: ['figure', 'model', 'plots'],
  figures: ['figure', 'model', 'plots', 'sentence'],
};

const foldersIn = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Each folder imports those that the plan gives it, and what stands beside the folders imports none of them. */
const zonesOf = (root, plan) => [
  ...foldersIn(root).map((name) => {
    const allowed = plan[name] ?? [];
    return {
      target: `./${root}/${name}`,
      from: `./${root}/!(${[name, ...allowed].join('|')})/**`,
      message: `${root}/${name}/ imports ${allowed.length > 0 ? `${allowed.join(', ')}, and nothing else` : 'nothing'} of the folders in ${root}/.`,
    };
  }),
  {
    target: `./${root}/!(index).ts`,
    from: `./${root}/*/**`,
    message: `What stands beside the folders of ${root}/ is for all of them, and imports none.`,
  },
];

const zones = [
  { target: './lib', from: '.', except: ['./lib'], message: 'lib/ imports nothing outside lib/.' },
  { target: './lib/*/**', from: './lib/index.ts', message: 'lib/index.ts is for others: import the file that has it.' },
  ...zonesOf('lib', rooms),
  ...zonesOf('components', parts),
  ...foldersIn('components/figures').map((name) => ({
    target: `./components/figures/${name}`,
    from: './components/figures',
    except: [`./${name}`],
    message: 'A figure imports no other figure: what both need stands in components/figure/ or in lib/.',
  })),
  {
    target: './components/plots',
    from: '.',
    except: ['./components/plots', './node_modules/@observablehq/plot'],
    message: 'A plot imports Plot and other plots: pass it its data.',
  },
  {
    target: './components',
    from: '.',
    except: ['./components', './lib', './node_modules', './content/models', './content/strings'],
    message:
      'Components import lib/ and components/, trained models, and what the site says: prose reaches them through slots and attributes.',
  },
  { target: './content', from: '.', except: ['./content', './components'], message: 'Content imports components.' },
];

const arithmetic = 'Arithmetic on attention stands in lib/.';

const seededOnly = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Random numbers come from lib/random.ts, with a seed.' },
    { object: 'Date', property: 'now', message: 'Output holds no dates.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"]', message: 'Output holds no dates.' },
  ],
};

const computedInLib = [
  ...seededOnly['no-restricted-syntax'].slice(1),
  // A power of 2 or 10 is a step of an axis or of a control.
  { selector: 'BinaryExpression[operator="**"]:not([left.type="Literal"])', message: arithmetic },
  { selector: 'AssignmentExpression[operator="**="]', message: arithmetic },
];

const lateCode = {
  selector: `${['NewExpression[callee.name="LateCode"]', 'CallExpression[callee.name="live"]']
    .map((call) => `:not(${call} > ArrowFunctionExpression)`)
    .join('')} > ImportExpression`,
  message: 'Code that comes late may not come: LateCode has what happens then.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/.astro/', '.cache/', '**/*.md', 'tests/**/broken-*/']),
  js.configs.recommended,
  ts.configs.recommended,
  astro.configs.recommended,
  mdx.flat,
  {
    plugins: { 'import-x': importX },
    // What Astro files are read with, also where a file of another kind imports one.
    languageOptions: { parserOptions: { parser: '@typescript-eslint/parser' } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.astro', '.mdx'] })],
      // No circle of ours runs through a package.
      'import-x/ignore': ['node_modules'],
      'import-x/extensions': ['.ts', '.js', '.mjs', '.astro', '.mdx'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        // By path: by name these would be required, which a package of ES modules alone does not allow.
        [fileURLToPath(import.meta.resolve('astro-eslint-parser'))]: ['.astro'],
        [fileURLToPath(import.meta.resolve('eslint-mdx'))]: ['.mdx'],
      },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      eqeqeq: 'error',
      ...seededOnly,
    },
  },
  {
    files: ['**/*.mdx'],
    // In MDX a component is used by its tag, and braces in a formula are TeX.
    rules: {
      '@typescript-eslint/no-unused-vars': 'off',
      'no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // TypeScript itself knows which names exist.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.{ts,astro}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_$' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['lib/**', 'components/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'lib/ and components/ run in a browser, which has no Node.' }] },
      ],
    },
  },
  {
    // Attention is computed in lib/ alone: a figure that needs an exponential needs a function there.
    files: ['components/**', 'src/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...seededOnly['no-restricted-properties'].slice(1),
        ...[...['exp', 'expm1', 'log', 'log1p', 'log2', 'pow'], ...['sqrt', 'cbrt', 'sinh', 'cosh', 'tanh']].map(
          (property) => ({ object: 'Math', property, message: arithmetic }),
        ),
      ],
      'no-restricted-syntax': ['error', ...computedInLib, lateCode],
    },
  },
  {
    // Steps of the build are at hand with all that they import.
    files: ['src/markdown/**'],
    rules: { 'no-restricted-syntax': ['error', ...computedInLib] },
  },
);
