import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { claims } from '../../lib/claims/index.ts';
import { refuse } from './refuse.ts';

interface JsxElement {
  readonly name: string | null;
  readonly attributes: readonly {
    readonly name?: string;
    readonly value?: string | { readonly value: string } | null;
  }[];
  readonly children: readonly Content[];
}

interface Content {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Content[];
}

/** Is there anything to read in it? A comment, or a paragraph of nothing, is no reason why. */
function says({ type, value, children }: Content): boolean {
  return children ? children.some(says) : type === 'text' && value!.trim() !== '';
}

/** Stops the build on a `<Predict>` that cannot be asked or answered. */
export function rehypePredict() {
  const known = new Set(claims.map(({ id }) => id));
  return (tree: Root, file: VFile): void => {
    const ids = new Set<string>();
    visit(tree, ['mdxJsxTextElement', 'mdxJsxFlowElement'], (node) => {
      const { name, attributes, children } = node as unknown as JsxElement;
      if (name !== 'Predict') return;
      const given = (attribute: string): string | undefined => {
        const value = attributes.find((each) => each.name === attribute)?.value;
        return (typeof value === 'string' ? value : value?.value)?.trim();
      };
      const [id, ask, options, answer, claim] = ['id', 'ask', 'options', 'answer', 'claim'].map(given);
      if (!id || !/^[a-z][a-z0-9-]*$/.test(id))
        refuse(file, node, '<Predict> needs id="…", lower case with hyphens: the reader’s answer is kept under it.');
      if (ids.has(id)) refuse(file, node, `Two <Predict> on this page are called ${id}.`);
      ids.add(id);
      if (!ask) refuse(file, node, `<Predict id="${id}"> needs ask="…", the question.`);
      if ((options === undefined) === (claim === undefined))
        refuse(file, node, `<Predict id="${id}"> needs either options={[…]} with answer={…}, or claim="…".`);
      if (claim !== undefined && !known.has(claim))
        refuse(file, node, `<Predict id="${id}"> asks for the claim ${claim}, which lib/claims/ does not have.`);
      if (claim !== undefined) {
        const [from, to, step] = (
          [
            ['from', 0],
            ['to', 1],
            ['step', 0.05],
          ] as const
        ).map(([end, otherwise]) => Number(given(end) ?? otherwise));
        if (!(from! < to! && step! > 0))
          refuse(
            file,
            node,
            `<Predict id="${id}"> needs a scale to guess on: from={…} below to={…}, in steps step={…} above 0.`,
          );
      }
      if (options !== undefined) {
        const texts = options.match(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g)?.map((text) => text.slice(1, -1)) ?? [];
        if (texts.length < 2) refuse(file, node, `<Predict id="${id}"> needs at least two options.`);
        if (new Set(texts).size < texts.length)
          refuse(file, node, `<Predict id="${id}"> has two options that say the same.`);
        if (!/^\d+$/.test(answer ?? '') || Number(answer) >= texts.length)
          refuse(
            file,
            node,
            `<Predict id="${id}"> has ${texts.length} options: answer={…} is one of 0 to ${texts.length - 1}.`,
          );
      }
      if (!children.some(says))
        refuse(file, node, `<Predict id="${id}"> does not say why. Write a sentence or two inside.`);
    });
  };
}
