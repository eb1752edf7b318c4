import type { APIRoute } from 'astro';
import { readExample, sentences } from '#components/model/examples.ts';

/** The example sentences that come with the figures, read at build. */
export const GET: APIRoute = () => Response.json(sentences.map(readExample));
