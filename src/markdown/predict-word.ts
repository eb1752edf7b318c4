import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { labelsOf } from '../../components/model/labels.ts';
import { heads } from '../../content/heads.ts';
import { tokenize, type Vocabulary } from '../../lib/encoder/index.ts';
import { readVocabulary } from '../encoder/source.ts';
import { componentsIn, valueOf } from './mdx.ts';
import { refuse } from './refuse.ts';

/** Stops the build on a `<Predict>` that asks about a word which its sentence does not have or a head that the model does not, or leaves one of them open. */
export function rehypePredictWord() {
  let vocabulary: Vocabulary | undefined;
  return (tree: Root, file: VFile): void => {
    for (const node of componentsIn(tree, 'Predict')) {
      const [id, sentence, word, layer, head] = ['id', 'sentence', 'word', 'layer', 'head'].map((name) =>
        valueOf(node, name),
      );
      if (sentence === undefined) continue;
      if (
        typeof sentence !== 'string' ||
        typeof word !== 'string' ||
        !Number.isInteger(layer) ||
        !Number.isInteger(head)
      )
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> needs sentence="…", word="…", layer={…} and head={…}, written out.`,
        );
      const labels = labelsOf(tokenize(sentence, (vocabulary ??= readVocabulary())).pieces);
      if (!labels.includes(word))
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> asks about “${word}”, and “${sentence}” has no such piece. It has: ${labels.join(', ')}.`,
        );
      if (!(Number(head) >= 1 && Number(head) <= (heads[Number(layer) - 1]?.length ?? 0)))
        refuse(
          file,
          node,
          `<Predict id="${String(id)}"> asks for layer ${String(layer)}, head ${String(head)}. The model has layers 1 to ${heads.length}, of heads 1 to ${heads[0].length}.`,
        );
    }
  };
}
