import { seededRandom } from '../../random.ts';
import type { AnyTensor, Arithmetic } from '../arithmetic.ts';
import { read, type Transformer } from '../transformer.ts';
import { batchOfRows, circlesOf, drawRows, letters, places, type Row } from './circles.ts';

/** What a model does with one row: who looks at whom, and what each place says. */
export interface RowRead {
  /** (places, places), row = the place that asks. */
  readonly weights: readonly number[];
  /** The same, before softmax. */
  readonly scores: readonly number[];
  /** The letter that each place says, by its number. */
  readonly says: readonly number[];
}

/**
 * Reads one row.
 *
 * @param math The products it is computed with.
 * @param model Its weights.
 * @param row One that it may not have been trained on.
 */
export function readRow(math: Arithmetic, model: Transformer, row: Row): RowRead {
  const { logits, attended } = read(math, model, batchOfRows([row]).tokens);
  const { Q, K, weights } = attended[0]!;
  const matrix = ({ data }: AnyTensor): AnyTensor => ({ data, shape: [places, model.sizes.d] });
  const scale = 1 / Math.sqrt(model.sizes.d);
  return {
    weights: [...weights.data],
    scores: Array.from(math.productWithTransposed(matrix(Q), matrix(K)).data, (product) => product * scale),
    says: row.names.map((_, place) => {
      const from = place * model.sizes.vocabulary;
      const said = [...logits.data.subarray(from, from + letters)];
      return said.indexOf(Math.max(...said));
    }),
  };
}

/** A held-out row with circles of one place, of two and of five, the first place being in the last. */
export function exampleRow(): Row {
  const random = seededRandom(5);
  for (;;) {
    const [row] = drawRows(1, random, true) as [Row];
    const circles = circlesOf(row.names);
    if (circles[0] === 5 && circles.includes(1) && circles.includes(2)) return row;
  }
}
