import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import { componentsIn, valueOf } from './mdx.ts';
import { placeOf, refuse } from './refuse.ts';

/** Is there anything to read in it? A comment, or a paragraph of nothing, is no reason why. */
function says(node: Nodes): boolean {
  return 'children' in node ? node.children.some(says) : node.type === 'text' && node.value.trim() !== '';
}

/** Stops the build on a `<Predict>` without a name of its own, a question, one way to answer or a reason why, and tells each where it is written. */
export function rehypePredict() {
  return (tree: Root, file: VFile): void => {
    const ids = new Set<string>();
    for (const node of componentsIn(tree, 'Predict')) {
      const [id, ask] = ['id', 'ask'].map((attribute) => {
        const value = valueOf(node, attribute);
        return typeof value === 'string' ? value.trim() : undefined;
      });
      if (!id || !/^[a-z][a-z0-9-]*$/.test(id))
        refuse(file, node, '<Predict> needs id="…", lower case with hyphens: the reader’s answer is kept under it.');
      if (ids.has(id)) refuse(file, node, `Two <Predict> on this page are called ${id}.`);
      ids.add(id);
      if (!ask) refuse(file, node, `<Predict id="${id}"> needs ask="…", the question.`);
      const forms = ['options', 'sentence', 'claim'].filter((form) => valueOf(node, form) !== undefined);
      if (forms.length !== 1)
        refuse(
          file,
          node,
          `<Predict id="${id}"> needs one of options={[…]} with answer={…}, sentence="…" with word="…", layer={…} and head={…}, or claim="…".`,
        );
      if (!node.children.some(says))
        refuse(file, node, `<Predict id="${id}"> does not say why. Write a sentence or two inside.`);
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'place', value: placeOf(file, node) });
    }
  };
}
