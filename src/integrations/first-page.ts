import type { AstroIntegration } from 'astro';

/**
 * Makes the opening page as soon as `npm run dev` can, while its author opens a browser: most of what the first page
 * takes is Astro's own code, which Astro reads at the first request.
 */
export function firstPage(): AstroIntegration {
  let base = '/';
  return {
    name: 'attention-notebook:first-page',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:start': ({ address: { port } }) => {
        // What is wrong with the page is said by the server itself.
        void fetch(`http://localhost:${port}${base}`).catch(() => undefined);
      },
    },
  };
}
