import { betweenPoles } from '../analysis/betweenPoles.ts';
import { encodeWords, wordGroups, wordInSentence, wordMark } from '../encoder/index.ts';
import { placesOfPairs } from '../encoder/placesOfPairs.ts';
import { sensePairs } from '../encoder/sensePairs.ts';
import { companySentences, fruitSentences } from './appleSentences.ts';
import { tensor, type Tensor } from '../tensor.ts';
import type { Claim, Model } from './claim.ts';

/** The share of sentences in which “apple” comes out on one side of halfway: food below 0, gadgets above. */
function shareOn(side: -1 | 1, sentences: readonly string[], model: Model): number {
  const [food, gadgets] = [encodeWords(wordGroups.food, model), encodeWords(wordGroups.gadgets, model)];
  const places = sentences.map((sentence) =>
    betweenPoles(wordInSentence('apple', sentence, model).output, food, gadgets),
  );
  return places.filter((place) => Math.sign(place) === side).length / sentences.length;
}

type Places = readonly [first: number, second: number];

const count = sensePairs.reduce((sum, { pairs }) => sum + pairs.length, 0);
const coin =
  'A coin would be right in half of them; attention mixes in what stands around the word, so it should do no worse.';

/** Each pair takes two readings, and several claims are about them all. */
const read = new WeakMap<Model, readonly Places[]>();

/** The share of pairs that are as asked, each counted by a number from 0 to 1. */
function shareOfPairs(counts: (places: Places) => number, model: Model): number {
  const places = read.get(model) ?? sensePairs.flatMap((form) => placesOfPairs(form, model));
  read.set(model, places);
  return places.reduce((sum, pair) => sum + counts(pair), 0) / places.length;
}

const bothRight = ([first, second]: Places): number => Number(first < 0 && second > 0);
const sentencesRight = ([first, second]: Places): number => (Number(first < 0) + Number(second > 0)) / 2;
const rightWay = ([first, second]: Places): number => Number(first < second);

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
  {
    id: 'sense-pairs',
    says: 'the pairs of sentences that share a word form in two senses, written before any was measured',
    badge: 'computed',
    theory: { atLeast: 30, because: 'With fewer, one pair more or less would change a share by several per cent.' },
    decimals: 0,
    measure: () => count,
  },
  {
    id: 'sense-pairs-forms',
    says: 'the word forms in those pairs',
    badge: 'computed',
    theory: { atLeast: 10, because: 'One word alone may be an exception, whichever way it comes out.' },
    decimals: 0,
    measure: () => sensePairs.length,
  },
  {
    id: 'sense-pairs-way',
    says: 'the share of those pairs in which the form comes out further towards the words of the second sense in the second sentence than in the first',
    badge: 'trained',
    theory: { atLeast: 0.5, because: coin },
    decimals: 0,
    percent: true,
    measure: (model) => shareOfPairs(rightWay, model),
  },
  {
    id: 'sense-pairs-sentences',
    says: 'the share of the sentences in those pairs in which the form comes out nearer to words of its own sense',
    badge: 'trained',
    theory: { atLeast: 0.5, because: coin },
    decimals: 0,
    percent: true,
    measure: (model) => shareOfPairs(sentencesRight, model),
  },
  {
    id: 'sense-pairs-input',
    says: 'the same share for the token vector that goes in, among token vectors',
    badge: 'trained',
    theory: {
      equals: 0.5,
      within: 0,
      because: 'The same vector goes in twice. It stands on one side, so it is right in one sentence of each pair.',
    },
    decimals: 0,
    percent: true,
    measure: ({ weights, vocabulary }) => {
      const { width } = weights.embedding;
      const rows = (words: readonly string[]): Float32Array[] =>
        words.map((word) => weights.embedding.row(vocabulary.ids.get(wordMark + word)!));
      const places = sensePairs.flatMap(({ word, anchors, pairs }) => {
        const [first, second] = anchors.map((group) => {
          const data = new Float32Array(group.length * width);
          rows(group).forEach((row, at) => data.set(row, at * width));
          return tensor(data, [group.length, width]);
        }) as [Tensor, Tensor];
        const place = betweenPoles(rows([word])[0]!, first, second);
        return pairs.map((): Places => [place, place]);
      });
      return places.reduce((sum, pair) => sum + sentencesRight(pair), 0) / places.length;
    },
  },
  {
    id: 'sense-pairs-both',
    says: 'the share of those pairs in which the form comes out nearer to words of its own sense in both sentences',
    badge: 'trained',
    theory: {
      atLeast: 0.01,
      because:
        'Without attention it is 0: one vector cannot be on both sides. How often attention takes it all the way across is left to be measured.',
    },
    decimals: 0,
    percent: true,
    measure: (model) => shareOfPairs(bothRight, model),
  },
];
