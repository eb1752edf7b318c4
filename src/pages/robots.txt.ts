import type { APIRoute } from 'astro';
import { withBase } from '#components/base.ts';

/** Everything may be read; where the site knows its address, it says which pages there are. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Allow: /',
      ...(site ? [`Sitemap: ${new URL(withBase('/sitemap-index.xml'), site).href}`] : []),
      '',
    ].join('\n'),
  );
