import { layersToReach, reach } from '#lib/complexity/reach.ts';
import { defineFigure } from '../../figure/definition.ts';
import { exact } from '../../figure/number-table.ts';
import { integer } from '../../figure/state/fields.ts';
import { reachCone } from '../../plots/reach-cone.ts';

/** Twenty words of which the last has to agree with the first. */
const words = 'The letters that the old man left on the table by the door of the house last night are here'.split(' ');
const numbered = words.map((word, index) => `${index + 1} ${word}`);
/** The word that has to know, counted from 0. */
const output = words.indexOf('are');
const widest = words.length - 1;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export default defineFigure({
  id: 'local-window',
  title: 'What a window can reach',
  badge: 'computed',
  source: 'by trying it in the library',
  state: {
    side: integer(3, { from: 1, to: widest }),
    layers: integer(3, { from: 1, to: 5 }),
    /** The word that it has to come from. */
    input: integer(1, { from: 0, to: words.length - 1 }),
  },
  compute({ side, layers, input }) {
    const sees = side === widest ? Infinity : side;
    const rows = Array.from({ length: layers + 1 }, (_, below) => reach(words.length, below, sees)[output]!);
    const distances = words.map((_, word) => Math.abs(output - word));
    const needed = distances.map((distance) => layersToReach(distance, sees));
    return {
      side,
      layers,
      input,
      rows,
      distances,
      needed,
      window: side === widest ? 'every word' : `${side} to each side`,
    };
  },
  controls: [
    { kind: 'slider', field: 'side', label: 'Sees', show: ({ window }) => window },
    { kind: 'slider', field: 'layers', label: 'Layers' },
    {
      kind: 'select',
      field: 'input',
      label: `“${words[output]}” has to know of`,
      options: numbered,
    },
  ],
  body: [
    {
      kind: 'panes',
      panes: {
        cone: {
          drawing: {
            class: 'cone',
            width: 730,
            label: `Words as cells, a row a layer: filled are those that “${words[output]}”, at the top, can come from. The sentence below says it in words.`,
            plot: ({ rows, input, side }, surface) => reachCone({ rows, labels: words, output, input, side }, surface),
            point: { kind: 'press', attribute: 'position', field: 'input' },
          },
        },
      },
    },
  ],
  readout({ rows, input, layers, side, distances, needed, window }) {
    const distance = distances[input]!;
    return [
      ['query', words[output]!],
      ` ${rows.at(-1)![input] ? 'can' : 'cannot'} come from `,
      ['key', words[input]!],
      `, ${counted(distance, 'word')} away: ${counted(layers, 'layer')} that ${layers === 1 ? 'sees' : 'see'} ${window} ${layers === 1 ? 'reaches' : 'reach'} ${side === widest ? 'every word' : counted(layers * side, 'word')}. A window of this width needs ${counted(needed[input]!, 'layer')} to get there, attention to every word needs ${distance === 0 ? 0 : 1}.`,
    ];
  },
  tables: ({ rows, layers, distances, needed, window }) => [
    {
      caption: `What “${words[output]!}” can come from, through ${counted(layers, 'layer')} that see ${window}.`,
      rows: numbered,
      words: numbered,
      columns: ['words away', 'reached', 'layers needed'],
      cell: (word, column) =>
        [exact(distances[word]!), rows.at(-1)![word] ? 'yes' : 'no', exact(needed[word]!)][column]!,
    },
  ],
});
