import { headWorkings, type Reading } from '#lib/encoder/reading.ts';
import { labelsOf } from '../model/labels.ts';

/** The head that every page shows first, counted from 0. */
const [layer, head] = [1, 1];

/** What every cell finds at hand: the words of a sentence, and what one head makes of them. */
export function atHandOf({ pieces, layers }: Reading) {
  return { sentence: labelsOf(pieces), ...headWorkings(layers[layer]!, head) };
}
