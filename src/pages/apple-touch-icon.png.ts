import type { APIRoute } from 'astro';
import { iconOf } from '../icons.ts';

export const GET: APIRoute = async () => new Response(new Uint8Array(await iconOf(180)));
