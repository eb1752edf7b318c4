import { dirname, resolve } from 'node:path';
import type { APIRoute } from 'astro';
import { values } from 'virtual:claims';
import { withBase } from '#components/base.ts';
import { chapters, type Chapter } from '../../chapters.ts';
import { titleOf } from '../../embeds.ts';
import { cellsOf } from '../../jupyter/cells.ts';
import { toNotebook } from '../../jupyter/notebook.ts';
import { notebooksOf } from '../../jupyter/notebooks.ts';
import { pageOf } from '../../markdown/links.ts';
import { parseMdx } from '../../markdown/mdx.ts';
import { figuresIn } from '../../markdown/mentions.ts';
import { placeIn } from '../../place-in.ts';

interface Props {
  readonly chapter: Chapter;
  readonly file: string;
}

/** A chapter that tells a program, as a notebook in each of its Python files. */
export async function getStaticPaths() {
  return (await chapters()).flatMap((chapter) =>
    notebooksOf(parseMdx(chapter.entry.body ?? ''), chapter.entry.id.split('/')[0]!).map(({ name, file }) => ({
      params: { chapter: chapter.entry.id, notebook: name },
      props: { chapter, file } satisfies Props,
    })),
  );
}

export const GET: APIRoute<Props> = async ({ props: { chapter, file }, site }) => {
  const { body = '', data, filePath } = chapter.entry;
  const tree = parseMdx(body);
  const titles = new Map(
    await Promise.all(figuresIn(tree).map(async (figure) => [figure, await titleOf(figure)] as const)),
  );
  const address = (href: string): string | undefined => {
    const [path = '', hash] = href.split('#');
    const page = path === '' ? chapter.href : withBase(pageOf(resolve(dirname(filePath!), path), resolve('content')));
    return site && new URL(page + (hash === undefined ? '' : `#${hash}`), site).href;
  };
  const cells = cellsOf(
    {
      ...{ source: body, tree, title: data.title, address },
      place: placeIn(chapter.entry),
      claim: (id) => values[id]!.text,
      figureTitle: (figure) => titles.get(figure)!,
    },
    file,
  );
  return new Response(toNotebook(cells));
};
