export type PairId = 'apple' | 'bank' | 'capital-apple' | 'it';

/** One word in two sentences: what its company does to it. */
export interface Pair {
  readonly id: PairId;
  /** As it stands in both sentences, where the model reads it as one piece. */
  readonly word: string;
  /** How the choice of pairs calls it. */
  readonly label: string;
  readonly sentences: readonly [string, string];
}

/** The first is the one shown before any choice, and the one that works. At the others the model fails, each time otherwise. */
export const pairs: readonly Pair[] = [
  {
    id: 'apple',
    word: 'apple',
    label: 'apple',
    sentences: [
      'I ate a sweet apple and a ripe banana',
      'apple stock rose after the company released its new software',
    ],
  },
  {
    id: 'bank',
    word: 'bank',
    label: 'bank',
    sentences: ['I went to the bank to deposit money', 'We sat on the bank of the river and watched the water'],
  },
  {
    id: 'capital-apple',
    word: 'Apple',
    label: 'Apple, capital',
    sentences: ['Apple is delicious', 'Apple released a new product'],
  },
  {
    id: 'it',
    word: 'it',
    label: 'it',
    sentences: [
      "The animal didn't cross the street because it was too tired",
      "The animal didn't cross the street because it was too wide",
    ],
  },
];
