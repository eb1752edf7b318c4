import { model } from 'virtual:encoder';
import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import { oneOf, optional, text, type State } from '../../figure/state/fields.ts';
import { dumbbells } from '../../plots/dumbbells.ts';
import { showNumber } from '../../plots/number.ts';
import { pairs, type Both, type Pair, type Places, type SenseReading } from './pairs.ts';

const longest = 200;
const typed = () => optional(text('', { longest }));
export const ids = [...pairs.keys()];

const state = {
  pair: oneOf('spring-2', [...ids, 'own']),
  /** What a reader typed, all five for `own`. */
  word: typed(),
  first: typed(),
  second: typed(),
  firstSense: typed(),
  secondSense: typed(),
};
export type SenseState = State<typeof state>;

export interface Shown extends Pair {
  readonly places: Places;
  readonly known: SenseReading['known'];
  /** Which of all pairs it is, counted from 0; −1 for a reader's own. */
  readonly at: number;
}

const ends = ['first sense', 'second sense'] as const;
const all = [...pairs.values()];
const say = (sentence: string): string => `“${sentence}”`;

function verdict([first, second]: Both<number>): string {
  if (first < 0 && second > 0) return 'Both times it is nearer to the words of its own sense.';
  const side = first < 0 || second < 0 ? 'first' : 'second';
  const where = `Both times it is nearer to the words of the ${side} sense`;
  if (first > 0 && second < 0) return 'Both times it is nearer to the words of the other sense.';
  return second > first
    ? `${where}; the sentences move it the right way, but not across the middle.`
    : `${where}; the sentences do not move it the right way.`;
}

function readout({ word, sentences, places: { form } }: Shown): Part[] {
  const number = (place: number): Part => ({ tag: 'b', text: showNumber(place) });
  return [
    ['query', word],
    ` comes out at `,
    number(form[0]),
    ` in ${say(sentences[0])} and at `,
    number(form[1]),
    ` in ${say(sentences[1])}. ${verdict(form)}`,
  ];
}

const reachOf = (places: readonly number[]): number => Math.max(1.3, ...places.map((place) => Math.abs(place) * 1.06));

export default defineFigure({
  id: 'two-senses',
  title: 'One form, two senses',
  badge: 'trained',
  source: model.name,
  state,
  /** Texts that come with the figure are a pair of one's own, whatever the link calls it. */
  fit: (state: SenseState, { own }: SenseReading): SenseState => (own ? { ...state, pair: 'own' } : state),
  compute({ pair }, { known, own }: SenseReading): Shown {
    return {
      ...(own?.pair ?? pairs.get(pair)!),
      places: own?.places ?? known[pair]!,
      known,
      at: ids.indexOf(pair),
    };
  },
  controls: [
    {
      kind: 'select',
      field: 'pair',
      label: 'Pair',
      options: [...ids.map((id) => id.replace('-', ', ')), 'your own'],
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        pair: {
          title: ({ word }) => ['Where ', ['query', word], ' comes out'],
          note: ({ anchors }) => `first sense: ${anchors[0].join(', ')}; second sense: ${anchors[1].join(', ')}`,
          drawing: {
            class: 'pair',
            width: 560,
            label:
              'Where the word comes out in both sentences, between the words of its two senses. The table has the numbers.',
            plot: ({ word, places: { form, anchors } }, surface) =>
              dumbbells(
                {
                  rows: [{ label: word, places: form }],
                  ends,
                  reach: reachOf([...form, ...anchors.flat()]),
                  step: 34,
                  marks: anchors,
                },
                surface,
              ),
          },
          legend: '● in the first sentence, ■ in the second; below, each word of the two senses, read alone',
        },
        all: {
          title: `All ${ids.length} pairs`,
          note: 'dashed: moved the wrong way',
          drawing: {
            class: 'all',
            width: 560,
            label: 'Where each word comes out in both sentences of each pair. A press on a row chooses its pair.',
            plot: ({ known, at }, surface) =>
              dumbbells(
                {
                  rows: all.map(({ word }, row) => ({ label: word, places: known[ids[row]!]!.form })),
                  ends,
                  reach: reachOf(ids.flatMap((id) => known[id]!.form)),
                  step: 13,
                  chosen: at,
                },
                surface,
              ),
            point: { kind: 'press', attribute: 'row', field: 'pair' },
          },
        },
      },
    },
  ],
  readout,
  tables: ({ word, anchors, places, known }) => {
    const placed = [
      { name: `${word}, in the first sentence`, place: places.form[0] },
      { name: `${word}, in the second sentence`, place: places.form[1] },
      ...anchors.flatMap((names, side) => names.map((name, at) => ({ name, place: places.anchors[side]![at]! }))),
    ];
    return [
      {
        caption: 'Where words come out: those of the first sense have their middle at −1, those of the second at 1.',
        corner: 'word',
        rows: placed.map(({ name }) => name),
        words: placed.map(({ name }) => name),
        columns: ['place'],
        cell: (row) => exact(placed[row]!.place, showNumber),
      },
      {
        caption: 'All pairs that were measured.',
        corner: 'pair',
        rows: all.map(({ sentences }) => sentences.map(say).join(' and ')),
        columns: ['in the first', 'in the second'],
        cell: (row, side) => exact(known[ids[row]!]!.form[side]!, showNumber),
      },
    ];
  },
});
