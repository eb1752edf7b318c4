import { resolve } from 'node:path';
import type { APIRoute } from 'astro';
import { readApi } from '../../api/read.ts';
import { publicNames } from '../../api/names.ts';

/** What cells can import, for the editor to complete: made of the declarations themselves. */
export const GET: APIRoute = () => Response.json(publicNames(readApi(resolve('lib'))));
