import type { APIRoute } from 'astro';
import { readContrasts } from '#components/figures/contrast/read-contrasts.ts';
import { pack } from '#components/model/packed-json.ts';

/** Pairs of sentences that differ in one word, and every cut in layer 2, head 2 of the first, so that they can be compared before the model is there. */
export const GET: APIRoute = () => new Response(pack(readContrasts(1, 1)));
