/** A chapter as far as its place in a lesson, and the lesson's among others, ask. */
export interface Told {
  /** The lesson's folder and the name of its file: `attention/code`; `attention` alone is an overview. */
  readonly id: string;
  readonly data: {
    readonly order: number;
    readonly lesson?: { readonly name: string; readonly order: number } | undefined;
  };
}

/** A lesson's chapters in reading order, the overview first. */
export interface InOrder<Entry> {
  /** From the root of the repository. */
  readonly folder: string;
  readonly name: string;
  readonly order: number;
  readonly told: readonly [Entry, ...Entry[]];
}

/** The name of a chapter's file. */
export function registerOf({ id }: Told): string {
  return id.split('/')[1] ?? 'index';
}

/**
 * The lessons in reading order.
 *
 * @throws Error with a sentence for the author where a lesson has no overview or no name, or where two have one place.
 */
export function inOrder<Entry extends Told>(entries: readonly Entry[]): InOrder<Entry>[] {
  const byLesson = Map.groupBy(
    entries.toSorted((a, b) => a.data.order - b.data.order),
    ({ id }) => id.split('/')[0]!,
  );
  const all = [...byLesson].map(([id, told]): InOrder<Entry> => {
    const folder = `content/lessons/${id}`;
    const [overview, ...others] = told as [Entry, ...Entry[]];
    if (overview.data.order !== 0 || registerOf(overview) !== 'index')
      throw new Error(`${folder} has no overview: write index.mdx, with order: 0 at its head.`);
    if (new Set(told.map(({ data }) => data.order)).size < told.length)
      throw new Error(`${folder} has two chapters of one order: number them in the order in which they are read.`);
    const { lesson } = overview.data;
    if (!lesson)
      throw new Error(
        `${folder}/index.mdx does not say which lesson it is the overview of: write at its head lesson: and under it, indented, name: and order:.`,
      );
    const strange = others.find(({ data }) => data.lesson);
    if (strange)
      throw new Error(
        `${folder}/${registerOf(strange)}.mdx has the field lesson, which only index.mdx may have: remove it.`,
      );
    return { folder, ...lesson, told: [overview, ...others] };
  });
  for (const [order, [one, two]] of Map.groupBy(all, ({ order }) => order))
    if (two)
      throw new Error(
        `${one!.folder} and ${two.folder} are both lesson ${order}: number them in the order in which they are read.`,
      );
  return all.toSorted((a, b) => a.order - b.order);
}
