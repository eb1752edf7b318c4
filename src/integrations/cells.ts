import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packRuntime } from '../cells/pack.ts';
import { runtimeFile, virtualCells } from './cells/virtual.ts';

/** Packs what stands before every program of cells, tells pages where it is through `virtual:cells`, and puts it there. */
export function cells(): AstroIntegration {
  return {
    name: 'attention-notebook:cells',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualCells()] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!/\/cells\/runtime\.\w+\.js$/.test(request.url ?? '')) {
            next();
            return;
          }
          response.setHeader('Content-Type', 'text/javascript');
          packRuntime().then((script) => response.end(script), next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const file = fileURLToPath(new URL(await runtimeFile(), dir));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, await packRuntime());
      },
    },
  };
}
