import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import * as mdx from 'eslint-plugin-mdx';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** The laws of the house: what may import what. An arrow that is not here does not exist. */
const zones = [
  { target: './lib', from: '.', except: ['./lib'], message: 'lib/ imports nothing outside lib/.' },
  {
    target: './lib/attention',
    from: './lib/!(attention)/**',
    message: 'lib/attention/ says what attention is: what analyses it or makes it fast imports it, not the other way.',
  },
  {
    target: './components/plots',
    from: '.',
    except: ['./components/plots', './node_modules'],
    message: 'A plot imports Plot and other plots: pass it its data.',
  },
  {
    target: './components',
    from: '.',
    except: ['./components', './lib', './node_modules'],
    message: 'Components import lib/ and components/: prose reaches them through slots and attributes.',
  },
  { target: './content', from: '.', except: ['./content', './components'], message: 'Content imports components.' },
];

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

export default defineConfig(
  globalIgnores(['**/dist/', '**/.astro/', '.cache/', '**/*.md', 'tests/**/broken-*/']),
  js.configs.recommended,
  ts.configs.recommended,
  astro.configs.recommended,
  mdx.flat,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.astro', '.mdx'] })],
      'import-x/extensions': ['.ts', '.js', '.mjs', '.astro', '.mdx'],
      'import-x/parsers': {
        '@typescript-eslint/parser': ['.ts'],
        'astro-eslint-parser': ['.astro'],
        'eslint-mdx': ['.mdx'],
      },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': 'error',
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
    // Attention is computed in lib/ alone: a figure that needs an exponential needs a function there.
    files: ['components/**', 'src/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...seededOnly['no-restricted-properties'].slice(1),
        ...['exp', 'sqrt', 'tanh', 'log', 'log2'].map((property) => ({
          object: 'Math',
          property,
          message: 'Arithmetic on attention stands in lib/.',
        })),
      ],
    },
  },
);
