import { explainProduct, type ProductExplained } from '../analysis/explainProduct.ts';
import { explainSoftmax, type SoftmaxExplained } from '../analysis/explainSoftmax.ts';
import type { Tensor } from '../tensor.ts';
import type { Steps } from './attentionSteps.ts';
import type { Cell, ComputedName } from './matrices.ts';

/** How a number was made. `result` is the library's own, to the last bit of float32. */
export type Explained = { readonly result: number } & (
  | ({ readonly kind: 'product' } & ProductExplained)
  | { readonly kind: 'scaling'; readonly score: number; readonly dK: number; readonly root: number }
  | ({ readonly kind: 'softmax' } & SoftmaxExplained)
);

const at = ({ data, shape }: Tensor, row: number, column: number): number => data[row * shape[1]! + column]!;

const rowOf = ({ data, shape }: Tensor, row: number): Float32Array =>
  data.subarray(row * shape[1]!, (row + 1) * shape[1]!);

const columnOf = ({ data, shape }: Tensor, column: number): Float32Array =>
  data.filter((_, index) => index % shape[1]! === column);

const weightsOf = { Q: 'WQ', K: 'WK', V: 'WV' } as const;

/**
 * The arithmetic of any computed number of a walkthrough, as data.
 *
 * @param steps As {@link attentionSteps} gives them. @param cell Which number.
 * @throws RangeError when the matrix has no such row or column.
 */
export function explain(steps: Steps, { matrix, row, column }: Cell<ComputedName>): Explained {
  const [rows, columns] = steps[matrix].shape as [number, number];
  if (!(row >= 0 && row < rows && column >= 0 && column < columns))
    throw new RangeError(
      `${matrix} (${rows}, ${columns}) has no row ${row} with a column ${column}: both count from 0.`,
    );
  const product = (left: Float32Array, right: Float32Array): Explained => {
    const explained = explainProduct(left, right);
    return { kind: 'product', ...explained, result: Math.fround(explained.sum) };
  };
  switch (matrix) {
    case 'Q':
    case 'K':
    case 'V':
      return product(rowOf(steps.X, row), columnOf(steps[weightsOf[matrix]], column));
    case 'scores':
      return product(rowOf(steps.Q, row), rowOf(steps.K, column));
    case 'output':
      return product(rowOf(steps.weights, row), columnOf(steps.V, column));
    case 'scaled': {
      const dK = steps.Q.shape[1]!;
      // The library scales before it rounds to float32; so must this, to agree in the last bit.
      const { sum } = explainProduct(rowOf(steps.Q, row), rowOf(steps.K, column));
      const root = Math.sqrt(dK);
      return { kind: 'scaling', score: at(steps.scores, row, column), dK, root, result: Math.fround((1 / root) * sum) };
    }
    case 'weights': {
      const explained = explainSoftmax(rowOf(steps.scaled, row), column);
      return { kind: 'softmax', ...explained, result: Math.fround(explained.weight) };
    }
  }
}
