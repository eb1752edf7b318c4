import { betweenPoles } from '#lib/analysis/betweenPoles.ts';
import type { Reading } from '#lib/encoder/reading.ts';
import { wordMark } from '#lib/encoder/tokenizer.ts';
import { tensor, type Tensor } from '#lib/tensor.ts';
import { labelsOf } from '../../model/labels.ts';
import { three, type Both, type Pair, type Places } from './pairs.ts';

/** What a reader typed. */
export interface Typed {
  readonly word: string;
  readonly sentences: Both<string>;
  /** Words with spaces or commas between. */
  readonly anchors: Both<string>;
}

const width = 512;
const mostAnchors = 12;

/** @throws RangeError with a sentence for the reader, where something is missing. */
export function pairOf({ word, sentences, anchors }: Typed): Pair {
  if ([word, ...sentences, ...anchors].includes(''))
    throw new RangeError('A box is empty. Type a word, two sentences with it, and words for each of its senses.');
  if (word.includes(' '))
    throw new RangeError(`“${word}” is more than one word. Type one that stands in both sentences.`);
  const lists = anchors.map((list) => list.split(/[\s,;]+/).filter(Boolean)) as [string[], string[]];
  for (const list of lists) {
    if (list.length === 0) throw new RangeError('A sense has no words. Type at least one that stands for it.');
    if (list.length > mostAnchors)
      throw new RangeError(`A sense has ${list.length} words, and there is room for ${mostAnchors}. Leave some out.`);
  }
  return { word, sentences, anchors: lists };
}

/**
 * Where the word comes out in both sentences.
 *
 * @param sentences The two, as the model read them. @param anchors Each word of a sense, read alone.
 * @throws RangeError with a sentence for the reader, where a word is not one piece to the model.
 */
export function placesOf(
  { word, anchors: names }: Pair,
  sentences: Both<Reading>,
  anchors: Both<readonly Reading[]>,
): Places {
  const outputs = sentences.map((reading) => outputOf(word, reading));
  const poles = anchors.map((readings, side) => aloneOf(names[side]!, readings)) as [Tensor, Tensor];
  const place = (vector: Float32Array): number => three(betweenPoles(vector, ...poles));
  return {
    form: [place(outputs[0]!), place(outputs[1]!)],
    anchors: [anchors[0].map(({ vectors }) => place(vectors!)), anchors[1].map(({ vectors }) => place(vectors!))],
  };
}

function outputOf(word: string, { text, pieces, vectors }: Reading): Float32Array {
  const at = pieces.indexOf(wordMark + word);
  if (at < 0)
    throw new RangeError(
      `The model does not read “${word}” as one piece in “${text}”. Its pieces there are: ${labelsOf(pieces).join(' · ')}. Type a word that is one of them, in both sentences.`,
    );
  return vectors!.subarray(at * width, (at + 1) * width);
}

function aloneOf(names: readonly string[], readings: readonly Reading[]): Tensor {
  const data = new Float32Array(readings.length * width);
  readings.forEach(({ pieces, vectors }, at) => {
    if (pieces.length !== 1)
      throw new RangeError(
        `The model reads “${names[at]!}” in ${pieces.length} pieces (${labelsOf(pieces).join(' · ')}). Type words for a sense that it reads as one.`,
      );
    data.set(vectors!, at * width);
  });
  return tensor(data, [readings.length, width]);
}
