import { showShape } from '#lib/tensor.ts';
import type { Inputs, MatrixName } from '#lib/walkthrough/matrices.ts';
import type { Steps } from '#lib/walkthrough/attentionSteps.ts';
import { exact, type NumberTable } from '../../figure/number-table.ts';
import { shortestFloat32, showExact } from '../../plots/number.ts';
import { isInput, looks, words, written } from './looks.ts';

/** Every matrix at its full precision: as it was typed, or as the library holds it. */
export function tablesOf({ inputs, steps }: { readonly inputs: Inputs; readonly steps: Steps }): NumberTable[] {
  return (Object.keys(looks) as MatrixName[]).map((matrix) => {
    const { rows, columns, pairs } = looks[matrix];
    const { data, shape } = steps[matrix];
    return {
      caption: `${written(matrix)} ${showShape(shape)}${pairs ? ': row = query, column = key' : ''}`,
      rows,
      columns,
      words,
      cell: (row, column) =>
        exact(
          isInput(matrix) ? inputs[matrix][row]![column]! : shortestFloat32(data[row * columns.length + column]!),
          showExact,
        ),
    };
  });
}
