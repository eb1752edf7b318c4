import type { AstroIntegration } from 'astro';
import { virtualKept } from './kept/virtual.ts';

/** Hands components `keep` as `virtual:kept`: they may not read the disk, and it does for them while pages are made. */
export function kept(): AstroIntegration {
  return {
    name: 'attention-notebook:kept',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualKept()] } });
      },
    },
  };
}
