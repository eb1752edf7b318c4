import { attentionConnections, recurrentConnections } from '#lib/complexity/connections.ts';
import { shortestRoute } from '#lib/complexity/shortestRoute.ts';
import { defineFigure, type Choice } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { integer, type State } from '../../figure/state/fields.ts';
import { routes, type Routes } from '../../plots/routes.ts';

const words = 'Letters that the man left on the old table are'.split(' ');
const n = words.length;

const state = {
  /** Where the message starts and where it arrives, counted from 1. */
  from: integer(1, { from: 1, to: n }),
  to: integer(n, { from: 1, to: n }),
  /** Words that attention sees to each side; one less than all of them is every word. */
  window: integer(n - 1, { from: 1, to: n - 1 }),
};

interface Shown extends State<typeof state>, Routes {
  /** How far attention sees, in words. */
  readonly sees: string;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The ways of a message from one word to another, found on what each layer connects. */
function compute({ from, to, window }: State<typeof state>): Shown {
  const backward = to < from;
  const attends = attentionConnections(n, window);
  return {
    from,
    to,
    window,
    sees: window === n - 1 ? 'every word' : `${counted(window, 'word')} to each side`,
    words,
    pairs: words.flatMap((_, i) =>
      attends(i)
        .filter((j) => j > i)
        .map((j) => [i, j] as const),
    ),
    recurrence: shortestRoute(recurrentConnections(n, backward), from - 1, to - 1)!,
    attention: shortestRoute(attends, from - 1, to - 1)!,
    backward,
  };
}

/** Both ways, in words. */
function readout({ from, to, window, sees, recurrence, attention, backward }: Shown): string {
  const [first, last] = [`“${words[from - 1]!}”`, `“${words[to - 1]!}”`];
  if (from === to) return `${first} is where it starts and ends: no step is needed. Choose two different words.`;
  const [handed, hops] = [counted(recurrence.length - 1, 'time'), attention.length - 1];
  const recurring = backward
    ? `a recurrent network that reads from the left never carries ${first} back to ${last}; a second one, from the right, hands it on ${handed}`
    : `a recurrent network hands the message on ${handed}, each state waiting for the one before`;
  const seeing = window === n - 1 ? 'attention' : `attention that sees ${sees}`;
  const layers = hops === 1 ? '1 hop' : `${hops} hops, a layer each`;
  return (
    `From ${first} to ${last}: ${recurring}; ${seeing} takes ${layers}. ` +
    `For all words of the sentence it takes ${counted(n, 'step')}, one after another, and attention ${hops === 1 ? '1' : `${hops}, one for each layer`}.`
  );
}

const named = words.map((word, i) => `${i + 1} ${word}`);
const end = (field: 'from' | 'to', label: string): Choice<typeof state, Shown> => ({
  kind: 'select',
  field,
  label,
  options: named,
});

export default defineFigure({
  id: 'two-routes',
  title: 'Two routes across a sentence',
  badge: 'computed',
  state,
  compute,
  controls: [
    end('from', 'From'),
    end('to', 'to'),
    { kind: 'slider', field: 'window', label: 'Attention sees', show: ({ sees }) => sees },
    { kind: 'press', class: 'show', label: 'Show it', act: () => ({}) },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        ways: {
          drawing: {
            class: 'ways',
            width: 730,
            label:
              'The sentence with both routes. Arrow keys choose the word where the message arrives; with Shift, the word where it starts.',
            plot: (shown, surface) => routes(shown, surface),
            point: { kind: 'own' },
          },
        },
      },
    },
  ],
  readout,
  tables: ({ from, window, sees }) => [
    {
      caption: `Steps from “${words[from - 1]!}” to each word; attention sees ${sees}.`,
      rows: named,
      words: named,
      columns: ['recurrence', 'reads from', 'attention'],
      cell(row, column) {
        const { recurrence, attention, backward } = compute({ from, to: row + 1, window });
        if (column === 1) return backward ? 'the right' : 'the left';
        return exact((column === 0 ? recurrence : attention).length - 1);
      },
    },
  ],
});
