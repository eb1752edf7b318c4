import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { concepts } from '../content/concepts.ts';
import { headingsIn, parseMdx, partOf, valueOf, type Heading } from './markdown/mdx.ts';
import type { Telling } from './places.ts';

/** The concepts that a chapter names, each with the section in which it does so first: there it tells what it is. */
export function conceptsIn(tree: Root): Map<string, Heading | undefined> {
  const headings = headingsIn(tree);
  const found = new Map<string, Heading | undefined>();
  let section: Heading | undefined;
  let passed = 0;
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const heading = headings[passed++]!;
      if (heading.depth === 2) section = heading;
    }
    if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || partOf(node) !== 'Term') return;
    const id = String(valueOf(node, 'id'));
    if (!found.has(id)) found.set(id, section);
  });
  return found;
}

/** A lesson, as far as its concepts ask: its chapters with the overview, `index`. */
interface Told {
  readonly folder: string;
  readonly tellings: readonly Telling[];
}

/**
 * Where a card would have a form of its idea missing, or lead nowhere: a sentence each. A concept
 * that one chapter of a lesson names is told in all of them, each in a section; but a chapter that
 * names none, such as one to practise, tells none.
 */
export function conceptFaults(lessons: readonly Told[], declared: readonly string[] = Object.keys(concepts)): string[] {
  const all = lessons.map(({ folder, tellings }) => ({
    folder,
    chapters: tellings
      .map(({ register, source }) => ({ file: `${folder}/${register}.mdx`, named: conceptsIn(parseMdx(source)) }))
      .filter(({ named }) => named.size > 0),
  }));
  const used = new Set(all.flatMap(({ chapters }) => chapters.flatMap(({ named }) => [...named.keys()])));
  // A site whose lessons name none need not tell any.
  const untold = used.size === 0 ? [] : declared.filter((id) => !used.has(id));
  return [
    ...untold.map(
      (id) => `content/concepts.ts declares ${id}, and no lesson tells it: no chapter has a <Term id="${id}">.`,
    ),
    ...all.flatMap(({ chapters }) => {
      const wanted = new Set(chapters.flatMap(({ named }) => [...named.keys()]));
      return chapters.flatMap(({ file, named }) =>
        [...wanted].flatMap((id) => {
          if (!named.has(id)) {
            const other = chapters.find((chapter) => chapter.named.has(id))!.file;
            return [
              `${file} does not tell ${id}, which ${other} does: name it with <Term id="${id}"> where it is told.`,
            ];
          }
          return named.get(id)
            ? []
            : [`${file} names ${id} before its first section: a card leads to the section that tells it.`];
        }),
      );
    }),
  ];
}
