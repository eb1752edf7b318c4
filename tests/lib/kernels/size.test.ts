import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { f32x4 } from '../../../lib/kernels/wasm/assembler.ts';
import { mulThenAdd, moduleBytes } from '../../../lib/kernels/wasm/wasmKernel.ts';

describe('what a reader downloads', () => {
  it('is a module of less than 5 KB, made in the page', () => {
    for (const madd of [mulThenAdd, f32x4.relaxedMadd]) expect(moduleBytes(madd).length).toBeLessThan(5000);
  });

  it.each([
    ['to attend is less than 6 KB of script, compressed', /^(?!.*strided)/i, 6000],
    ['to train besides, for whoever starts a training, is less than 2 KB', /strided/i, 2000],
  ])('%s', async (_, names, most) => {
    const files = readdirSync('lib/kernels', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('index.ts') && names.test(file),
    );
    const all = files.map((file) => `export * from ${JSON.stringify(resolve('lib/kernels', file))};`).join('\n');
    const built = await build({
      configFile: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'all',
          resolveId: (id) => (id === 'all' ? id : undefined),
          load: (id) => (id === 'all' ? all : undefined),
        },
      ],
      build: {
        write: false,
        rolldownOptions: {
          input: 'all',
          preserveEntrySignatures: 'strict',
          // What stands beside lib/kernels/ is there without it too.
          external: (id) => id.startsWith('../') && !id.startsWith('../kernel'),
          output: { minify: true, codeSplitting: false },
        },
      },
    });
    const [{ output }] = [built].flat() as { output: { code: string }[] }[] as [{ output: { code: string }[] }];
    expect(output).toHaveLength(1);
    expect(output[0]!.code).toContain('WebAssembly');
    expect(gzipSync(output[0]!.code).length).toBeLessThan(most);
  });
});
