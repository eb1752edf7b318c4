import { copyFileSync, createReadStream, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { licenseFile, packedModel } from '../encoder/packed-model.ts';
import type { PackedModel } from '../encoder/packed-model.ts';
import { virtualEncoder } from './encoder/virtual.ts';

/** Where the site serves the packed model, below its base. */
const served = 'encoder';

function filesOf({ parts }: PackedModel): string[] {
  return [parts.maps.file, parts.vectors.file, licenseFile];
}

/**
 * Packs the trained encoder from `node_modules` (once; it is cached in `.cache/encoder`),
 * tells pages about it through `virtual:encoder` and `virtual:encoder/build`, and puts
 * its files at `<base>encoder/`.
 */
export function encoder(): AstroIntegration {
  let packed: PackedModel;
  let base = '/';
  return {
    name: 'attention-notebook:encoder',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        packed = packedModel(fileURLToPath(new URL('.cache/encoder/', config.root)));
        // Workers are bundled with plugins of their own.
        updateConfig({
          vite: { plugins: [virtualEncoder(packed)], worker: { plugins: () => [virtualEncoder(packed)] } },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '').split('?')[0]!;
          const file = basename(path);
          // Vite strips the base from the address before middlewares see it, but not in every version.
          const known = [`/${served}/${file}`, `${base}${served}/${file}`].includes(path);
          if (!known || !filesOf(packed).includes(file)) {
            next();
            return;
          }
          response.setHeader(
            'Content-Type',
            file === licenseFile ? 'text/plain; charset=utf-8' : 'application/octet-stream',
          );
          createReadStream(join(packed.folder, file)).pipe(response);
        });
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(new URL(`${served}/`, dir));
        mkdirSync(folder, { recursive: true });
        for (const file of filesOf(packed)) copyFileSync(join(packed.folder, file), join(folder, file));
      },
    },
  };
}
