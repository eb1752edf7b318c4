import { headingsIn, parseMdx } from './markdown/mdx.ts';

/** Where each idea of a lesson is told: the heading's anchor in each register, by the name of the register's file. */
export type Places = readonly Readonly<Record<string, string>>[];

/** One chapter of a lesson, as far as its places ask. */
export interface Telling {
  /** The name of its file, without `.mdx`. */
  readonly register: string;
  readonly source: string;
}

/**
 * What would lose the reader at the switch between registers: a sentence each. A lesson told
 * in one register has no switch, and needs no places.
 *
 * @param folder The lesson's, from the root of the repository.
 * @param tellings Its chapters but the overview, which is not told in sections.
 * @param places What its `places.ts` exports; nothing where there is no such file.
 * @param drafts The names of chapters that are not finished: they may be named, and not all of their sections are.
 * @param written The text of `places.ts`, to say where in it a name stands.
 */
export function placeFaults(
  folder: string,
  tellings: readonly Telling[],
  places?: Places,
  drafts: readonly string[] = [],
  written = '',
): string[] {
  if (!places && tellings.length > 1)
    return [
      `${folder} is told in ${tellings.length} registers and has no places.ts. Write one that exports places: for each idea, the section of each register that tells it.`,
    ];
  if (!places) return [];
  const file = `${folder}/places.ts`;
  const at = (name: string): string => {
    const before = written
      .slice(0, Math.max(0, written.search(new RegExp(`(?<![\\w-])${name}(?![\\w-])`))))
      .split('\n');
    return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
  };
  const registers = [...tellings.map(({ register }) => register), ...drafts];
  const strange = [...new Set(places.flatMap(Object.keys))].filter((register) => !registers.includes(register));
  return [
    ...strange.map(
      (register) => `${at(register)}: Here ${register} is named, and there is no ${folder}/${register}.mdx.`,
    ),
    ...tellings.flatMap(({ register, source }) => {
      const sections = sectionsOf(source);
      const named = [...new Set(places.flatMap((place) => place[register] ?? []))];
      const dead = named.filter((anchor) => !sections.includes(anchor));
      const unnamed = sections.filter((section) => !named.includes(section));
      return [
        ...dead.map(
          (anchor) =>
            `${at(anchor)}: Here #${anchor} is named, and ${register}.mdx has no such section. It has: ${sections.map((id) => `#${id}`).join(', ')}.`,
        ),
        ...unnamed.map((section) => `${file} does not name #${section} of ${register}.mdx: say which idea it tells.`),
      ];
    }),
  ];
}

/** The anchors of a chapter's sections, in their order. */
export const sectionsOf = (source: string): string[] =>
  headingsIn(parseMdx(source)).flatMap(({ depth, id }) => (depth === 2 ? [id] : []));

/**
 * For each section of a chapter, the anchor of the same one in its translation, which has them in the same order.
 * Empty where one of the two has more: nothing says which is which.
 */
export function sameOrder(from: readonly string[], to: readonly string[]): Record<string, string> {
  return from.length === to.length ? Object.fromEntries(from.map((anchor, index) => [anchor, to[index]!])) : {};
}

/**
 * For each section of one register, the anchor in another that tells the same idea.
 * Empty where one of the two, such as the overview, is not told in sections.
 */
export function sameIdea(places: Places, from: string, to: string): Record<string, string> {
  const anchors: Record<string, string> = {};
  for (const { [from]: section, [to]: anchor } of places)
    if (section !== undefined && anchor !== undefined) anchors[section] ??= anchor;
  return anchors;
}
