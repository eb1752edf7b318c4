import { rowSums } from '#lib/analysis/rowSums.ts';
import { attentionSteps } from '#lib/walkthrough/attentionSteps.ts';
import type { Cell, ComputedName, Inputs, MatrixName } from '#lib/walkthrough/matrices.ts';
import { isAmong, sourcesOf } from '#lib/walkthrough/sources.ts';
import { plainText } from '../../figure/phrase.ts';
import { heatColour } from '../../plots/weight.ts';
import { challenges } from './challenges.ts';
import { isInput, looks, words, written } from './looks.ts';
import { explained, nameOf, showCell } from './wording.ts';

/** How one cell of a matrix is shown. */
export interface CellView {
  readonly number: number;
  readonly look: 'chosen' | 'source' | '';
  /** Whether the tab key stops here: once in each computed matrix. */
  readonly isStop: boolean;
  /** What a button says, and what it is called; inputs are typed. */
  readonly text: string;
  readonly label: string;
  /** The shade of a weight. It stops at two fifths of the scale, where the page's ink is still legible on it. */
  readonly style: string | undefined;
}

/** All that follows from the inputs and from what is chosen. */
export function compute(inputs: Inputs, chosen: Cell<ComputedName> | undefined) {
  const steps = attentionSteps(inputs);
  const sources = chosen ? sourcesOf(chosen) : [];
  const view = (matrix: MatrixName, row: number, column: number): CellView => {
    const number = steps[matrix].data[row * looks[matrix].columns.length + column]!;
    const isChosen = chosen?.matrix === matrix && chosen.row === row && chosen.column === column;
    const isStop = chosen?.matrix === matrix ? isChosen : row + column === 0;
    const look = isChosen ? 'chosen' : isAmong(sources, { matrix, row, column }) ? 'source' : '';
    if (isInput(matrix)) {
      const { rows, columns } = looks[matrix];
      const label = `${written(matrix)}, row ${rows[row]}, column ${columns[column]}`;
      return { number: inputs[matrix][row]![column]!, look, isStop, text: '', label, style: undefined };
    }
    const computed = matrix as ComputedName;
    const text = showCell(computed, number);
    const label = `${plainText(nameOf({ matrix: computed, row, column }))}, ${text}: show the arithmetic`;
    return {
      number,
      look,
      isStop,
      text,
      label,
      style: matrix === 'weights' ? `background: ${heatColour(number, 2.5)}` : undefined,
    };
  };
  const views = (matrix: MatrixName): readonly (readonly CellView[])[] =>
    looks[matrix].rows.map((_, row) => looks[matrix].columns.map((_, column) => view(matrix, row, column)));
  return {
    steps,
    chosen,
    views: Object.fromEntries((Object.keys(looks) as MatrixName[]).map((name) => [name, views(name)])) as Readonly<
      Record<MatrixName, ReturnType<typeof views>>
    >,
    sums: rowSums(steps.weights.data, words.length),
    checks: challenges.map(({ id, task, check }) => {
      const { met, now } = check(steps);
      return { id, task: plainText(task), met, now: `${met ? 'Met' : 'Not met'}: ${now}.` };
    }),
    ...explained(chosen, steps),
  };
}
