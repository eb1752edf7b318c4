import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import { declared } from './declared.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { placeOf, refuse } from './refuse.ts';

/** Is there anything to read in it? A comment, or a paragraph of nothing, is no reason why. */
function says(node: Nodes): boolean {
  return 'children' in node ? node.children.some(says) : node.type === 'text' && node.value.trim() !== '';
}

/** What an option says, if it is one: a text, or a text with a sentence for those who choose it. */
export function sayOf(option: unknown): string | undefined {
  if (typeof option === 'string') return option;
  const { say, because, ...rest } = (option ?? {}) as Record<string, unknown>;
  const isWhole = typeof say === 'string' && typeof because === 'string' && Object.keys(rest).length === 0;
  return isWhole ? say : undefined;
}

/** Stops the build on a `<Predict>` that cannot be asked or answered, and tells each where it is written. */
export function rehypePredict() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const known = new Set((await declared()).claims.map(({ id }) => id));
    const ids = new Set<string>();
    for (const node of componentsIn(tree, 'Predict')) {
      const text = (attribute: string): string | undefined => {
        const value = valueOf(node, attribute);
        return typeof value === 'string' ? value.trim() : undefined;
      };
      const [id, ask] = ['id', 'ask'].map(text);
      const [options, answer, sentence, claim] = ['options', 'answer', 'sentence', 'claim'].map((attribute) =>
        valueOf(node, attribute),
      );
      if (!id || !/^[a-z][a-z0-9-]*$/.test(id))
        refuse(file, node, '<Predict> needs id="…", lower case with hyphens: the reader’s answer is kept under it.');
      if (ids.has(id)) refuse(file, node, `Two <Predict> on this page are called ${id}.`);
      ids.add(id);
      if (!ask) refuse(file, node, `<Predict id="${id}"> needs ask="…", the question.`);
      if ([options, sentence, claim].filter((form) => form !== undefined).length !== 1)
        refuse(
          file,
          node,
          `<Predict id="${id}"> needs one of options={[…]} with answer={…}, sentence="…" with word="…", layer={…} and head={…}, or claim="…".`,
        );
      if (sentence !== undefined) {
        const isWritten = typeof sentence === 'string' && text('word');
        const isHead = ['layer', 'head'].every((part) => Number.isInteger(valueOf(node, part)));
        if (!isWritten || !isHead)
          refuse(file, node, `<Predict id="${id}"> needs sentence="…", word="…", layer={…} and head={…}, written out.`);
      }
      if (claim !== undefined && !(typeof claim === 'string' && known.has(claim)))
        refuse(
          file,
          node,
          `<Predict id="${id}"> asks for the claim ${String(claim)}, which lib/claims/ does not have.`,
        );
      if (claim !== undefined) {
        const [from, to, step] = (
          [
            ['from', 0],
            ['to', 1],
            ['step', 0.05],
          ] as const
        ).map(([end, otherwise]) => {
          const value = valueOf(node, end) === undefined ? otherwise : valueOf(node, end);
          return typeof value === 'number' ? value : NaN;
        });
        if (!(from! < to! && step! > 0))
          refuse(
            file,
            node,
            `<Predict id="${id}"> needs a scale to guess on: from={…} below to={…}, in steps step={…} above 0.`,
          );
      }
      if (options !== undefined) {
        const texts = (Array.isArray(options) ? options : []).map(sayOf);
        if (texts.length < 2 || texts.includes(undefined))
          refuse(
            file,
            node,
            `<Predict id="${id}"> needs at least two options, each written out: 'To one', or { say: 'To one', because: 'What to tell those who choose it.' }.`,
          );
        if (new Set(texts).size < texts.length)
          refuse(file, node, `<Predict id="${id}"> has two options that say the same.`);
        if (!Number.isInteger(answer) || Number(answer) < 0 || Number(answer) >= texts.length)
          refuse(
            file,
            node,
            `<Predict id="${id}"> has ${texts.length} options: answer={…} is one of 0 to ${texts.length - 1}.`,
          );
      }
      if (!node.children.some(says))
        refuse(file, node, `<Predict id="${id}"> does not say why. Write a sentence or two inside.`);
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'place', value: placeOf(file, node) });
    }
  };
}
