import type { APIRoute } from 'astro';
import { readShuffles } from '#components/figures/shuffle/read-shuffles.ts';
import { pack } from '#components/model/packed-json.ts';

/** The page's own sentence in a few other orders, so that it can be shuffled before the model is there. */
export const GET: APIRoute = () => new Response(pack(readShuffles()));
