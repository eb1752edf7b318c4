import { layersToReach, reach } from '#lib/complexity/reach.ts';
import type { NumberTable } from '../../figure/number-table.ts';
import type { Part } from '../../figure/phrase.ts';
import type { State } from '../../figure/state/fields.ts';
import type { ReachCone } from '../../plots/reach-cone.ts';
import { output, widest, words, type state } from './state.ts';

export type Choice = State<typeof state>;

const sees = ({ side }: Choice): number => (side === widest ? Infinity : side);

export function coneOf(choice: Choice): ReachCone {
  const rows = Array.from(
    { length: choice.layers + 1 },
    (_, layers) => reach(words.length, layers, sees(choice))[output]!,
  );
  return { rows, labels: words, output, input: choice.input, side: choice.side };
}

export function windowOf({ side }: Choice): string {
  return side === widest ? 'every word' : `${side} to each side`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export function readoutOf(choice: Choice): readonly Part[] {
  const { layers, input } = choice;
  const isReached = coneOf(choice).rows.at(-1)![input]!;
  const distance = Math.abs(output - input);
  return [
    ['query', words[output]!],
    ` ${isReached ? 'can' : 'cannot'} come from `,
    ['key', words[input]!],
    `, ${counted(distance, 'word')} away: ${counted(layers, 'layer')} that ${layers === 1 ? 'sees' : 'see'} ${windowOf(choice)} ${layers === 1 ? 'reaches' : 'reach'} ${choice.side === widest ? 'every word' : counted(layers * choice.side, 'word')}. A window of this width needs ${counted(layersToReach(distance, sees(choice)), 'layer')} to get there, attention to every word needs ${distance === 0 ? 0 : 1}.`,
  ];
}

export function tableOf(choice: Choice): NumberTable {
  const reached = coneOf(choice).rows.at(-1)!;
  const cells = words.map((_, word) => {
    const distance = Math.abs(output - word);
    return [String(distance), reached[word] ? 'yes' : 'no', String(layersToReach(distance, sees(choice)))];
  });
  return {
    caption: `What “${words[output]!}” can come from, through ${counted(choice.layers, 'layer')} that see ${windowOf(choice)}.`,
    rows: words.map((word, index) => `${index + 1} ${word}`),
    columns: ['words away', 'reached', 'layers needed'],
    cell: (row, column) => cells[row]![column]!,
  };
}
