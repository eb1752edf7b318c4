import type { APIRoute } from 'astro';
import { readExample } from '#components/model/examples.ts';
import { sentences } from '#components/model/sentences.ts';
import { pack } from '#components/model/packed-json.ts';

/** The example sentences that come with the figures, read at build. */
export const GET: APIRoute = () => new Response(pack(sentences.map(readExample)));
