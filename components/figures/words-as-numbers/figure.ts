import { model } from 'virtual:encoder';
import { defineFigure, type Pane } from '../../figure/definition.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import type { Mark, Part } from '../../figure/phrase.ts';
import { oneOf } from '../../figure/state/fields.ts';
import { showNumber } from '../../plots/number.ts';
import { wordList } from '../../plots/word-list.ts';
import { wordIds, words, type List, type Readings, type WordId, type WordReading } from './reading.ts';

/** What a reader is told of each word, in plain words. */
export interface Told extends Readings {
  readonly notes: Readonly<Record<WordId, string>>;
}

const state = { word: oneOf('train', wordIds) };

interface Shown extends WordReading {
  readonly word: WordId;
  readonly note: string;
  readonly count: string;
  /** The largest number shown of any word, before the sentence and after it: one scale of colour for each. */
  readonly max: { readonly before: number; readonly after: number };
}

const bold = (text: string): Mark => ({ tag: 'b', text });
const quoted = (sentence: string): string => `“${sentence}”`;
const sizeOf = (lists: readonly List[]): number => Math.max(...lists.flatMap(({ numbers }) => numbers.map(Math.abs)));

/** A list of the word: as it goes in, or as it comes out of one of its sentences. */
function pane(
  tab: string,
  of: (shown: Shown) => List,
  title: Pane<typeof state, Shown>['title'],
  note: (shown: Shown) => string | Part[],
  when: 'before' | 'after',
): Pane<typeof state, Shown> {
  return {
    tab,
    title,
    note,
    drawing: {
      class: 'list',
      width: 416,
      label: (shown) => {
        const { numbers, width, near } = of(shown);
        const nearest = near.map(({ word, cosine }) => `${word} ${showNumber(cosine)}`).join(', ');
        return `The first ${numbers.length} of ${width} numbers, and the words nearest to ${shown.word} with their likeness: ${nearest}.`;
      },
      plot: (shown, surface) => {
        const { numbers, near } = of(shown);
        const heading = `most alike among ${shown.count} words`;
        return wordList({ numbers, near, heading, max: shown.max[when], decimals: when === 'before' ? 2 : 1 }, surface);
      },
    },
  };
}

const afterwards = (sentence: 0 | 1): Pane<typeof state, Shown> =>
  pane(
    `After ${sentence + 1}`,
    ({ after }) => after[sentence],
    ({ word }) => [bold(word), ` after sentence ${sentence + 1}`],
    ({ word }) => quoted(words[word][sentence]),
    'after',
  );

function readout({ word, before, after, likeness }: Shown): Part[] {
  const [first, second] = after.map(({ near }) => near[0]!.word) as [string, string];
  return [
    bold(word),
    ' goes in as one list, nearest to ',
    bold(before.near[0]!.word),
    '. It comes out as two, ',
    ...(first === second
      ? ['both nearest to ', bold(first)]
      : ['one nearest to ', bold(first), ', the other to ', bold(second)]),
    '. Likeness of the two: ',
    bold(showNumber(likeness)),
  ];
}

function tables({ word, before, after, likeness, count }: Shown): NumberTable[] {
  const lists = [before, ...after];
  const [first, second] = words[word];
  const columns = ['goes in', 'after sentence 1', 'after sentence 2'];
  return [
    {
      caption: `The first ${before.numbers.length} numbers of “${word}”: of ${before.width} that go in, and of ${after[0].width} after ${quoted(first)} (1) and after ${quoted(second)} (2).`,
      corner: 'number',
      rows: before.numbers.map((_, index) => String(index + 1)),
      columns,
      cell: (row, list) => exact(lists[list]!.numbers[row]!, (value) => showNumber(value, list === 0 ? 2 : 1)),
    },
    ...lists.map(({ near }, list): NumberTable => {
      const names = near.map(({ word: name }) => name);
      return {
        caption: `“${word}”, ${columns[list]!}: the words nearest to it among ${count}.`,
        corner: 'word',
        rows: names,
        words: names,
        columns: ['likeness (cosine)'],
        cell: (row) => exact(near[row]!.cosine, showNumber),
      };
    }),
    {
      caption: `“${word}” after sentence 1 and after sentence 2.`,
      rows: ['one with the other'],
      columns: ['likeness (cosine)'],
      cell: () => exact(likeness, showNumber),
    },
  ];
}

export default defineFigure({
  id: 'words-as-numbers',
  title: 'A word is a list of numbers',
  badge: 'trained',
  source: model.name,
  wide: true,
  state,
  compute({ word }, { words: all, count, notes }: Told): Shown {
    const each = wordIds.map((id) => all[id]);
    return {
      word,
      ...all[word],
      note: notes[word],
      count: count.toLocaleString('en'),
      max: { before: sizeOf(each.map(({ before }) => before)), after: sizeOf(each.flatMap(({ after }) => after)) },
    };
  },
  controls: [{ kind: 'strip', field: 'word', label: 'Word', options: wordIds }],
  body: [
    {
      kind: 'panes',
      panes: {
        before: pane(
          'Goes in',
          ({ before }) => before,
          ({ word }) => [bold(word), ' goes in'],
          ({ before: { numbers, width } }) => `${numbers.length} of its ${width} numbers, in every sentence the same`,
          'before',
        ),
        first: afterwards(0),
        second: afterwards(1),
      },
    },
    { kind: 'text', class: 'verdict', text: ({ note }) => note },
  ],
  readout,
  tables,
});
