import type { AstroIntegration } from 'astro';
import { chaptersMadeOf } from '../markdown/made-of.ts';

/** Makes a chapter again in dev when a listing or a source changes that it shows something of. */
export function parts(): AstroIntegration {
  return {
    name: 'attention-notebook:parts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.on('change', (changed) => {
          for (const chapter of chaptersMadeOf(changed)) server.watcher.emit('change', chapter);
        });
      },
    },
  };
}
