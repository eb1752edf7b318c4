import type { APIRoute } from 'astro';
import { readWorkings } from '#components/model/examples.ts';
import { pack } from '#components/model/packed-json.ts';

/** Queries, keys and values of layer 2, head 2 on the page's own sentence, so that they can be taken apart before the model is there. */
export const GET: APIRoute = () => new Response(pack(readWorkings(1, 1)));
