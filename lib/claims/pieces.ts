import { sensePairs } from '../encoder/sensePairs.ts';
import { tokenize } from '../encoder/tokenizer.ts';
import type { Claim } from './claim.ts';

const sentences = sensePairs.flatMap(({ pairs }) => pairs.flat());

export const piecesClaims: readonly Claim[] = [
  {
    id: 'pieces-a-word',
    says: `the pieces that the encoder’s tokenizer cuts a word into, on average over ${sentences.length} English sentences`,
    badge: 'trained',
    theory: { atLeast: 1, because: 'a piece never holds more than one word' },
    decimals: 2,
    measure: ({ vocabulary }) => {
      const words = sentences.flatMap((sentence) => sentence.split(' ')).length;
      return sentences.flatMap((sentence) => tokenize(sentence, vocabulary).pieces).length / words;
    },
  },
];
