import { matmul } from '../matmul.ts';
import { showShape, type Tensor } from '../tensor.ts';
import { transpose } from '../transpose.ts';
import { statesBefore } from './statesBefore.ts';

/** The slope of one number, the loss, along every number that went into a simple recurrent layer. */
export interface RecurrenceGradient {
  /** (n, dX) */
  readonly X: Tensor;
  /** (dX, d) */
  readonly WX: Tensor;
  /** (d, d) */
  readonly WH: Tensor;
  /** (d), along the state before the first input. */
  readonly first: Tensor;
}

/**
 * The way back through {@link recurrence}, in time. Write ∂h for the slope of the loss along
 * a state, and p for what its tanh is taken of; then from the last step to the first
 *
 *     ∂p(t) = (1 − h(t)²) ∘ ∂h(t)        ∂h(t − 1) = ∂O(t − 1) + ∂p(t) WHᵀ
 *     ∂X = ∂P WXᵀ     ∂WX = Xᵀ ∂P        ∂WH = h(t − 1)ᵀ ∂p(t), summed over t
 *
 * Every step back is one more factor WHᵀ: that is how a slope vanishes or explodes.
 *
 * @param X (n, dX) @param WX (dX, d) @param WH (d, d), as they went in.
 * @param states (n, d), as they came out.
 * @param outputGradient (n, d), ∂O: the slope of the loss along each state, as handed out.
 * @param first (d), as it went in; default zeros.
 * @throws RangeError when the states or their gradient are not (n, d), or a product's axes disagree.
 * @see Pascanu, Mikolov & Bengio 2013, eqs. 3–5; Werbos 1990, for backpropagation through time.
 */
export function recurrenceGradient(
  X: Tensor,
  WX: Tensor,
  WH: Tensor,
  states: Tensor,
  outputGradient: Tensor,
  first?: Tensor,
): RecurrenceGradient {
  const [n, d] = [X.shape[0]!, WH.shape[0]!];
  for (const [name, x] of [
    ['states', states],
    ['output gradient', outputGradient],
  ] as const)
    if (showShape(x.shape) !== showShape([n, d]))
      throw new RangeError(
        `The ${name} ${showShape(x.shape)} should be ${showShape([n, d])}, to fit X and WH: give one row a position.`,
      );
  const back = transpose(WH);
  const slopes = new Float32Array(n * d);
  let carried: Tensor = { data: new Float32Array(d), shape: [d] };
  // #region backward
  for (let t = n - 1; t >= 0; t--) {
    const [h, dO] = [states, outputGradient].map(({ data }) => data.subarray(t * d, (t + 1) * d)) as [
      Float32Array,
      Float32Array,
    ];
    const dP = carried.data.map((value, f) => (value + dO[f]!) * (1 - h[f]! ** 2));
    slopes.set(dP, t * d);
    carried = matmul({ data: dP, shape: [d] }, back);
  }
  // #endregion backward
  const dP = { data: slopes, shape: [n, d] };
  return {
    X: matmul(dP, transpose(WX)),
    WX: matmul(transpose(X), dP),
    WH: matmul(transpose(statesBefore(states, first)), dP),
    first: carried,
  };
}
