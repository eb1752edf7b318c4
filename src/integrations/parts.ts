import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { declaredBy, type Declared } from '../markdown/declared.ts';
import { chaptersMadeOf } from '../markdown/made-of.ts';
import { runnerOf } from './runner.ts';

const [concepts, claims] = ['../../content/concepts.ts', '../../lib/claims/index.ts'].map((file) =>
  fileURLToPath(new URL(file, import.meta.url)),
) as [string, string];

/** Makes a chapter again in dev when a listing or a source changes that it shows something of, and lets it name what was declared meanwhile. */
export function parts(): AstroIntegration {
  return {
    name: 'attention-notebook:parts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const runner = runnerOf<Declared>(server);
        declaredBy({ concepts: () => runner.import(concepts), claims: () => runner.import(claims) });
        server.watcher.on('change', (changed) => {
          for (const chapter of chaptersMadeOf(changed)) server.watcher.emit('change', chapter);
        });
      },
    },
  };
}
