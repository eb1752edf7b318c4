import { SKIP, visit } from 'unist-util-visit';
import { importsIn, isCell, parseMdx, partOf, valueOf } from './markdown/mdx.ts';
import { sayOf } from './markdown/predict-options.ts';

/** How fast prose of this kind is read, and how many seconds the rest takes that stands in it or is to be written. */
export const pace = { wordsPerMinute: 200, figure: 45, listing: 30, formula: 15, exercise: 300 } as const;

export interface Length {
  /** Of reading, with each figure looked at and tried; what is folded under a question to think about is left out. */
  readonly minutes: number;
  /** To be answered before the text tells. */
  readonly questions: number;
  /** To be written, and checked. */
  readonly exercises: number;
}

/** How long a chapter is, from its source alone: the same at every build. */
export function lengthOf(source: string): Length {
  const tree = parseMdx(source);
  const figures = new Set(
    importsIn(tree).flatMap(({ names, from }) => (from.startsWith('#content/figures/') ? names : [])),
  );
  let [words, seconds, questions, exercises] = [0, 0, 0, 0];
  const read = (text: string): void => {
    words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  };
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') read(node.value);
    if (node.type === 'math') seconds += pace.formula;
    if (isCell(node)) seconds += pace.listing;
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
    if (figures.has(node.name ?? '')) seconds += pace.figure;
    // Tabs with a cell in them count as the cell.
    const part = partOf(node);
    if (part === 'Listing' || (part === 'CodeTabs' && node.children.length === 0)) seconds += pace.listing;
    if (part === 'Predict') questions += 1;
    if (part === 'Exercise') {
      exercises += 1;
      seconds += pace.exercise;
    }
    if (['Predict', 'Question', 'Exercise'].includes(part ?? ''))
      for (const asked of [valueOf(node, 'ask'), ...[valueOf(node, 'options') ?? []].flat().map(sayOf)])
        if (typeof asked === 'string') read(asked);
    return part === 'Question' ? SKIP : undefined;
  });
  return { minutes: Math.round(words / pace.wordsPerMinute + seconds / 60), questions, exercises };
}
