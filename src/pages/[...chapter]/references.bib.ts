import type { APIRoute } from 'astro';
import { chapters } from '../../chapters.ts';
import { bibliographyOf } from '../../markdown/citations.ts';
import { parseMdx } from '../../markdown/mdx.ts';

/** What a chapter cites, to be taken along. */
export async function getStaticPaths() {
  return (await chapters()).flatMap(({ entry }) => {
    const bibliography = bibliographyOf(parseMdx(entry.body ?? ''));
    return bibliography === '' ? [] : [{ params: { chapter: entry.id }, props: { bibliography } }];
  });
}

export const GET: APIRoute<{ bibliography: string }> = ({ props }) => new Response(props.bibliography);
