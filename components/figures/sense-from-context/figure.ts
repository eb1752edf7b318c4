import { model } from 'virtual:encoder';
import { defineFigure } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { oneOf, optional, type State } from '../../figure/state/fields.ts';
import { showNumber } from '../../plots/number.ts';
import { showWeight } from '../../plots/weight.ts';
import type { Pair, PairReading } from './senses.ts';

/** The first is the one shown before any choice, and the one that works. At the others the model fails, each time otherwise. */
export const pairs = {
  apple: {
    word: 'apple',
    label: 'apple',
    poles: ['food', 'gadgets'],
    sentences: [
      'I ate a sweet apple and a ripe banana',
      'apple stock rose after the company released its new software',
    ],
  },
  bank: {
    word: 'bank',
    label: 'bank',
    poles: ['money', 'water'],
    sentences: ['I went to the bank to deposit money', 'We sat on the bank of the river and watched the water'],
  },
  'capital-apple': {
    word: 'Apple',
    label: 'Apple, capital',
    poles: ['food', 'gadgets'],
    sentences: ['Apple is delicious', 'Apple released a new product'],
  },
  it: {
    word: 'it',
    label: 'it',
    poles: ['animals', 'streets'],
    sentences: [
      "The animal didn't cross the street because it was too tired",
      "The animal didn't cross the street because it was too wide",
    ],
  },
} as const satisfies Record<string, Pair & { readonly label: string }>;

export type PairId = keyof typeof pairs;
export const pairIds = Object.keys(pairs) as PairId[];

/** What can be pointed at: the weight of a word in a sentence, or the cosine with a word in a sentence; counted from 1. */
const spots = ['weight', 'cosine'].flatMap((kind) =>
  [1, 2].flatMap((sentence) => Array.from({ length: 12 }, (_, i) => `${kind}-${sentence}-${i + 1}`)),
);

const state = { pair: oneOf('apple', pairIds), at: optional(oneOf(spots[0]!, spots)) };

export type Readings = Readonly<Record<PairId, PairReading>>;

interface Shown extends PairReading {
  readonly pair: PairId;
  readonly at: string | undefined;
  readonly word: string;
}

/** The number at a place of a pair, and the word that it is with; nothing where there is none. */
function pointedAt(spot: string, { readings, apart }: PairReading) {
  const [kind, sentence, i] = spot.split('-').map((part, at) => (at === 0 ? part : Number(part) - 1)) as [
    string,
    0 | 1,
    number,
  ];
  const [other, number] =
    kind === 'weight'
      ? [readings[sentence].words[i], readings[sentence].weights[i]]
      : [apart[i]?.word, apart[i]?.cosines[sentence]];
  return other === undefined || number === undefined ? undefined : { kind, sentence, other, number };
}

function readout({ pair, word, at, ...reading }: Shown): Part[] {
  const query: Part = ['query', word];
  const pointed = at === undefined ? undefined : pointedAt(at, reading);
  if (!pointed) {
    const { alone, sentences } = reading.places;
    const [left, right] = pairs[pair].poles;
    return [
      query,
      ' alone stands at ',
      { tag: 'b', text: showNumber(alone) },
      `, on a scale from ${left} (−1) to ${right} (1). Sentence 1 moves it to `,
      { tag: 'b', text: showNumber(sentences[0]) },
      ', sentence 2 to ',
      { tag: 'b', text: showNumber(sentences[1]) },
    ];
  }
  const { kind, sentence, other, number } = pointed;
  return kind === 'weight'
    ? [
        `sentence ${sentence + 1}: query `,
        query,
        ' attends to key ',
        ['key', other],
        ': ',
        ['weights', showWeight(number)],
      ]
    : [
        `after sentence ${sentence + 1}: the likeness of `,
        query,
        ' and ',
        ['output', other],
        ' is ',
        ['output', showNumber(number)],
      ];
}

function tables({ pair, word, readings, cosines, before, apart, places }: Shown): NumberTable[] {
  const { poles } = pairs[pair];
  const placed = [
    { word: `${word}, alone`, place: places.alone },
    ...places.sentences.map((place, sentence) => ({ word: `${word}, in sentence ${sentence + 1}`, place })),
    ...places.poles.flat(),
  ];
  const vectors = [
    ['token vector, before any position is added', cosines.token],
    ['input of layer 1, with the position in it', cosines.input],
    ['output of layer 2', cosines.output],
  ] as const;
  return [
    ...readings.map(({ words, weights }, sentence) => ({
      caption: `Sentence ${sentence + 1}, query “${word}”: attention weights of layer 2, mean of its heads.`,
      rows: [word],
      columns: [...words, 'sum'],
      words: [word, ...words],
      cell: (_: number, key: number) =>
        key < words.length
          ? exact(weights[key]!, showWeight)
          : exact(
              weights.reduce((sum, weight) => sum + weight, 0),
              (sum) => sum.toFixed(2),
            ),
    })),
    {
      caption: `Where words stand: ${poles[0]} have their middle at −1, ${poles[1]} at 1.`,
      corner: 'word',
      rows: placed.map(({ word }) => word),
      words: placed.map(({ word }) => word),
      columns: ['place'],
      cell: (row) => exact(placed[row]!.place, showNumber),
    },
    {
      caption: `Between the vectors of “${word}” in the two sentences.`,
      rows: vectors.map(([name]) => name),
      columns: ['cosine'],
      cell: (row) => exact(vectors[row]![1], showNumber),
    },
    {
      caption: 'Nearest to the token vector, among token vectors with their mean taken off.',
      rows: before.map(({ word }) => word),
      words: before.map(({ word }) => word),
      columns: ['cosine'],
      cell: (row) => exact(before[row]!.cosine, showNumber),
    },
    {
      caption: 'Nearest to the outputs, among words encoded by themselves with their mean taken off.',
      rows: apart.map(({ word }) => word),
      words: apart.map(({ word }) => word),
      columns: ['cosine in sentence 1', 'cosine in sentence 2'],
      cell: (row, sentence) => exact(apart[row]!.cosines[sentence]!, showNumber),
    },
  ];
}

export default defineFigure({
  id: 'sense-from-context',
  title: 'One word in two sentences',
  badge: 'trained',
  source: model.name,
  state,
  fit: ({ pair, at }: State<typeof state>, readings: Readings) => ({
    pair,
    at: at !== undefined && pointedAt(at, readings[pair]) ? at : undefined,
  }),
  compute: ({ pair, at }, readings: Readings): Shown => ({ pair, at, word: pairs[pair].word, ...readings[pair] }),
  controls: [
    { kind: 'strip', field: 'pair', label: 'The word they share', options: pairIds.map((id) => pairs[id].label) },
  ],
  // All pairs stand in the page's HTML, and the style sheet shows the chosen one.
  body: [],
  readout,
  tables,
});
