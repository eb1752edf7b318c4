import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** What an option says, if it is one: a text, or a text with a sentence for those who choose it. */
export function sayOf(option: unknown): string | undefined {
  if (typeof option === 'string') return option;
  const { say, because, ...rest } = (option ?? {}) as Record<string, unknown>;
  const isWhole = typeof say === 'string' && typeof because === 'string' && Object.keys(rest).length === 0;
  return isWhole ? say : undefined;
}

/** Stops the build on a `<Predict>` whose options are not written out, say the same, or do not have its answer. */
export function rehypePredictOptions() {
  return (tree: Root, file: VFile): void => {
    for (const node of componentsIn(tree, 'Predict')) {
      const [id, options, answer] = ['id', 'options', 'answer'].map((name) => valueOf(node, name));
      if (options === undefined) continue;
      const texts = (Array.isArray(options) ? options : []).map(sayOf);
      if (texts.length < 2 || texts.includes(undefined))
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> needs at least two options, each written out: 'To one', or { say: 'To one', because: 'What to tell those who choose it.' }.`,
        );
      if (new Set(texts).size < texts.length)
        refuse(file, node, `<Predict id="${String(id)}"> has two options that say the same.`);
      if (!Number.isInteger(answer) || Number(answer) < 0 || Number(answer) >= texts.length)
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> has ${texts.length} options: answer={…} is one of 0 to ${texts.length - 1}.`,
        );
    }
  };
}
