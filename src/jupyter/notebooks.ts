import { basename } from 'node:path';
import type { Root } from 'mdast';
import { tellings } from '../markdown/listings.ts';
import { componentsIn, valueOf } from '../markdown/mdx.ts';

/** A notebook that a chapter downloads as. */
export interface Download {
  /** `attention-numpy`, without its ending. */
  readonly name: string;
  /** The Python file whose listings it runs, from the root of the repository. */
  readonly file: string;
}

/** The notebooks of a chapter: one for each Python file of a program that it tells, named after its lesson. */
export function notebooksOf(tree: Root, lesson: string): Download[] {
  const programs = new Set(componentsIn(tree, 'CodeTabs').map((node) => String(valueOf(node, 'program'))));
  return [...programs].flatMap((program) =>
    tellings
      .filter(({ suffix }) => suffix.endsWith('.py'))
      .map(({ language, suffix }) => ({
        name: [lesson, ...(programs.size > 1 ? [basename(program)] : []), language.toLowerCase()].join('-'),
        file: program + suffix,
      })),
  );
}
