import type { APIRoute } from 'astro';
import { icoOf, iconOf } from '../icons.ts';

/** For what asks for an icon without reading a page. */
export const GET: APIRoute = async () => new Response(icoOf(await iconOf(32), 32).slice());
