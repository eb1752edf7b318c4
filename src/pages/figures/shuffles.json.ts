import type { APIRoute } from 'astro';
import { readShuffles } from '#components/figures/shuffle/read-shuffles.ts';

/** The page's own sentence in a few other orders, so that it can be shuffled before the model is there. */
export const GET: APIRoute = () => Response.json(readShuffles());
