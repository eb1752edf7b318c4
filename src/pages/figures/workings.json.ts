import type { APIRoute } from 'astro';
import { readWorkings } from '#components/model/examples.ts';

/** Queries, keys and values of layer 2, head 2 on the page's own sentence, so that they can be taken apart before the model is there. */
export const GET: APIRoute = () => Response.json(readWorkings(1, 1));
