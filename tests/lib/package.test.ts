import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exports as entries } from '../../lib/package.json';

/** An empty folder that the library is packed for and installed in, as anyone would. */
const folder = mkdtempSync(join(tmpdir(), 'attention-notebook-'));
const run = (program: string, args: readonly string[], cwd = folder): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' });
const node = (code: string): string => {
  writeFileSync(join(folder, 'consumer.mjs'), code);
  return run(process.execPath, ['consumer.mjs']);
};

beforeAll(() => {
  run('npm', ['pack', '--pack-destination', folder], resolve('lib'));
  const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package attention-notebook, packed and installed', () => {
  it('computes an attention map', () => {
    const printed = node(`
      import { scaledDotProductAttention, tensor } from 'attention-notebook';
      const Q = tensor([Math.log(3), 0, 0, 0], [2, 2]);
      const K = tensor([1, 0, 0, 1], [2, 2]);
      const V = tensor([4, 8], [2, 1]);
      const { weights, output } = scaledDotProductAttention(Q, K, V, { scale: 1, returns: 'weights' });
      console.log(JSON.stringify({ weights: [...weights.data], output: [...output.data], shape: weights.shape }));
    `);
    // Of scores ln 3 and 0 the weights are 3/4 and 1/4; of two zeros, a half each.
    expect(JSON.parse(printed)).toEqual({ weights: [0.75, 0.25, 0.5, 0.5], output: [5, 6], shape: [2, 2] });
  });

  it('computes the same fast, in WebAssembly and without', () => {
    const printed = node(`
      import { fastAttention, scaledDotProductAttention, seededNormal, tensor } from 'attention-notebook';
      import { plainKernel, wasmKernel } from 'attention-notebook/kernels';
      const normal = seededNormal(1);
      const [Q, K, V] = [0, 1, 2].map(() => tensor(Array.from({ length: 70 * 16 }, normal), [70, 16]));
      const wanted = scaledDotProductAttention(Q, K, V, { causal: true }).output.data;
      const distance = (kernel) => {
        const got = fastAttention(Q, K, V, { causal: true, kernel }).output.data;
        return Math.max(...got.map((x, i) => Math.abs(x - wanted[i])));
      };
      console.log(JSON.stringify([wasmKernel(), plainKernel()].map(distance)));
    `);
    for (const distance of JSON.parse(printed) as number[]) expect(distance).toBeLessThan(1e-5);
  });

  it.each(Object.keys(entries))('has something under %s', (entry) => {
    const name = entry.replace('.', 'attention-notebook');
    const printed = node(`import * as all from '${name}';\nconsole.log(Object.keys(all).length);`);
    expect(Number(printed)).toBeGreaterThan(1);
  });

  it('has a room under each name, but for those that only tell the notebook’s own story', () => {
    const rooms = readdirSync('lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name))
      .map(({ name }) => `./${name}`);
    const own = ['./claims', './exercises', './listings'];
    expect(Object.keys(entries).toSorted()).toEqual(['.', ...rooms.filter((room) => !own.includes(room))].toSorted());
  });

  it('brings its page of use, its license and nothing of the notebook’s own', () => {
    const installed = join(folder, 'node_modules/attention-notebook');
    expect(readdirSync(installed).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
    expect(readdirSync(join(installed, 'dist'))).not.toContain('claims');
  });

  it('runs what its page of use shows', () => {
    const blocks = [...readFileSync('lib/README.md', 'utf8').matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!);
    expect(blocks.length).toBeGreaterThan(1);
    for (const code of blocks) {
      const wanted = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, printed]) => printed);
      expect(wanted.length).toBeGreaterThan(0);
      expect(node(code).trim().split('\n')).toEqual(wanted);
    }
  });
});

describe('its declarations', () => {
  const typecheck = (code: string, moduleResolution: 'nodenext' | 'bundler'): string => {
    writeFileSync(join(folder, 'consumer.ts'), code);
    const compilerOptions = {
      module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution,
      target: 'es2023',
      lib: ['es2023'],
      types: [],
      strict: true,
      noEmit: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    try {
      return run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.']);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  const good = `
    import { causalMask, scaledDotProductAttention, tensor, type Tensor } from 'attention-notebook';
    import { entropy } from 'attention-notebook/analysis';
    const X: Tensor = tensor([1, 0, 0, 1], [2, 2]);
    const { weights } = scaledDotProductAttention(X, X, X, { mask: causalMask(2), returns: 'weights' });
    export const spread: number = entropy(weights.data);
  `;

  it.each(['nodenext', 'bundler'] as const)('let a consumer be checked, resolved as %s does', (resolution) => {
    expect(typecheck(good, resolution)).toBe('');
    const everything = Object.keys(entries).map((entry) => entry.replace('.', 'attention-notebook'));
    const all = everything.map((name, index) => `export * as room${index} from '${name}';`).join('\n');
    expect(typecheck(all, resolution)).toBe('');
  });

  it('refuse a stage that was not asked for, and a tensor that is none', () => {
    expect(typecheck(good.replace(", returns: 'weights'", ''), 'nodenext')).toContain("'weights' does not exist");
    expect(typecheck(good.replace('(X, X, X,', '(1, X, X,'), 'nodenext')).toContain(
      "not assignable to parameter of type 'Tensor'",
    );
  });
});
