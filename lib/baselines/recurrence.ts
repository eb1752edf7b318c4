import { matmul } from '../matmul.ts';
import { showShape, type Tensor } from '../tensor.ts';

/**
 * A simple recurrent layer: each state mixes the present input with the state before,
 * h(t) = tanh(x(t) WX + h(t − 1) WH). No state can be had before the one in front of it.
 *
 * @param X (n, dX), one input a position.
 * @param WX (dX, d)
 * @param WH (d, d)
 * @param first (d), the state before the first input; default zeros.
 * @returns (n, d), the state after each input.
 * @throws RangeError when X is not (n, dX), the first state is not (d), or a product's axes disagree.
 * @see Elman 1990, for the layer; Vaswani et al. 2017, section 4, for the comparison with attention.
 */
export function recurrence(X: Tensor, WX: Tensor, WH: Tensor, first?: Tensor): Tensor {
  const [n, dX] = X.shape;
  const d = WH.shape[0]!;
  if (X.shape.length !== 2)
    throw new RangeError(
      `X ${showShape(X.shape)} needs the two axes (position, feature): give one sequence at a time.`,
    );
  if (first && first.data.length !== d)
    throw new RangeError(
      `The first state ${showShape(first.shape)} does not fit WH ${showShape(WH.shape)}: give ${d} numbers.`,
    );
  const states = new Float32Array(n! * d);
  let state: Tensor = first ?? { data: new Float32Array(d), shape: [d] };
  // #region recurrence
  for (let t = 0; t < n!; t++) {
    const x = { data: X.data.subarray(t * dX!, (t + 1) * dX!), shape: [dX!] };
    const fromInput = matmul(x, WX).data;
    const fromState = matmul(state, WH).data;
    state = { data: fromInput.map((value, f) => Math.tanh(value + fromState[f]!)), shape: [d] };
    states.set(state.data, t * d);
  }
  // #endregion recurrence
  return { data: states, shape: [n!, d] };
}
