import { betweenPoles } from '../analysis/betweenPoles.ts';
import { encodeWords, wordGroups, wordInSentence } from '../encoder/index.ts';
import { companySentences, fruitSentences } from './appleSentences.ts';
import type { Claim, Model } from './claim.ts';

/** The share of sentences in which “apple” comes out on one side of halfway: food below 0, gadgets above. */
function shareOn(side: -1 | 1, sentences: readonly string[], model: Model): number {
  const [food, gadgets] = [encodeWords(wordGroups.food, model), encodeWords(wordGroups.gadgets, model)];
  const places = sentences.map((sentence) =>
    betweenPoles(wordInSentence('apple', sentence, model).output, food, gadgets),
  );
  return places.filter((place) => Math.sign(place) === side).length / sentences.length;
}

export const sensesClaims: readonly Claim[] = [
  {
    id: 'sense-fruit',
    says: 'the share of twenty sentences about the fruit in which “apple” comes out nearer to words of food than to words of gadgets',
    badge: 'trained',
    theory: {
      atLeast: 0.5,
      because:
        'Attention mixes the food that stands around it into the word, so it should do no worse than a coin. How much better it does is left to be measured.',
    },
    decimals: 0,
    percent: true,
    measure: (model) => shareOn(-1, fruitSentences, model),
  },
  {
    id: 'sense-company',
    says: 'the share of twenty sentences about the company in which “apple”, written small, comes out nearer to words of gadgets than to words of food',
    badge: 'trained',
    theory: {
      atLeast: 0.5,
      because:
        'Attention mixes the gadgets that stand around it into the word, so it should do no worse than a coin. How much better it does is left to be measured.',
    },
    decimals: 0,
    percent: true,
    measure: (model) => shareOn(1, companySentences, model),
  },
];
