import { createHash } from 'node:crypto';
import type { AstroIntegration } from 'astro';
import { packRuntime } from '../../cells/pack.ts';

type SetupHook = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;
type Vite = NonNullable<Parameters<Parameters<SetupHook>[0]['updateConfig']>[0]['vite']>;
type Plugin = NonNullable<Vite['plugins']>[number];

const name = 'virtual:cells';

/** Named by what it holds, so that no page meets one of another build. */
export async function runtimeFile(): Promise<string> {
  return `cells/runtime.${createHash('sha256')
    .update(await packRuntime())
    .digest('hex')
    .slice(0, 8)}.js`;
}

/** The module that `src/virtual-cells.d.ts` declares. */
export function virtualCells(): Plugin {
  return {
    name: 'attention-notebook:virtual-cells',
    resolveId: (id: string) => (id === name ? `\0${name}` : undefined),
    load: async (id: string) =>
      id === `\0${name}` ? `export const runtimeFile = ${JSON.stringify(await runtimeFile())};` : undefined,
  };
}
