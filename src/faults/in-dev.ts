import { defineMiddleware } from 'astro:middleware';
import { isFault } from '#components/fault.ts';
import { withBase } from '#components/base.ts';
import { faultPage } from './page.ts';

/**
 * Shows a fault in the place of the page. A page is made to its end before any of it is sent: a fault in its last figure
 * is one of the page. Vite's script reloads it when the fault is mended.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  try {
    const answer = await next();
    return new Response(await answer.arrayBuffer(), answer);
  } catch (error) {
    if (!isFault(error)) throw error;
    console.error(error.message);
    return new Response(faultPage(error.message, withBase('/@vite/client')), {
      status: 500,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
});
