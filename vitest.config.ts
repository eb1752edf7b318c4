import { defineConfig } from 'vitest/config';
import { packedModel } from './src/encoder/packed-model.ts';
import { virtualEncoder } from './src/integrations/encoder/virtual.ts';
import { virtualKept } from './src/integrations/kept/virtual.ts';

/** Definitions of figures name the model that they show. */
const plugins = [virtualEncoder(packedModel('.cache/encoder')), virtualKept()];

export default defineConfig({
  test: {
    // As many as the cores of the smallest machine this is tested on: a third made each wait longer, and the whole no shorter.
    maxWorkers: 2,
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          // None leaves behind what another would stumble over, and each need not load the library again.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', '**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins,
        test: {
          name: 'site',
          // One browser for all files of a worker: what one leaves behind goes with the contexts of its visits.
          isolate: false,
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/setup.ts',
          setupFiles: 'tests/site/each-test.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
