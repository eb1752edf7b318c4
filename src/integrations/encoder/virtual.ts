import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { Fault } from '../../../components/fault.ts';
import { licenseFile } from '../../encoder/packed-model.ts';
import type { PackedModel } from '../../encoder/packed-model.ts';
import { model } from '../../encoder/source.ts';

type SetupHook = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;
type Vite = NonNullable<Parameters<Parameters<SetupHook>[0]['updateConfig']>[0]['vite']>;
type Plugin = NonNullable<Vite['plugins']>[number];

const forPages = 'virtual:encoder';
const forBuild = 'virtual:encoder/build';
const loader = fileURLToPath(new URL('../../encoder/packed-model.ts', import.meta.url));
const loneLoader = fileURLToPath(new URL('../../encoder/lone-words.ts', import.meta.url));

/** The two modules that `src/virtual-encoder.d.ts` declares. */
export function virtualEncoder(packed: PackedModel): Plugin {
  return {
    name: 'attention-notebook:virtual-encoder',
    resolveId(id: string) {
      return id === forPages || id === forBuild ? `\0${id}` : undefined;
    },
    load(id: string, options?: { ssr?: boolean }) {
      if (id === `\0${forPages}`)
        return [
          `export const parts = ${JSON.stringify(packed.parts)};`,
          `export const model = ${JSON.stringify({ ...model, licenseFile })};`,
        ].join('\n');
      if (id !== `\0${forBuild}`) return undefined;
      if (!options?.ssr)
        throw new Fault(
          `${forBuild} holds all weights and reads them from disk, so scripts of the page cannot import it. Use ${forPages} there.`,
        );
      return [
        `import { loadEncoder } from ${JSON.stringify(loader)};`,
        `import { loneWords as encodeLoneWords } from ${JSON.stringify(loneLoader)};`,
        `const packed = ${JSON.stringify(packed)};`,
        'export const encoder = await loadEncoder(packed);',
        'let kept;',
        'export const loneWords = () => (kept ??= encodeLoneWords(packed, encoder));',
      ].join('\n');
    },
  };
}
