import { matmul } from '../matmul.ts';
import { sigmoid } from '../sigmoid.ts';
import { showShape, type Tensor } from '../tensor.ts';

/** The weights of a gated recurrent layer: W (dX, d) for the input, U (d, d) for the state. */
export interface GatedWeights {
  /** Of the update gate: how much of the old state is kept. */
  readonly WZ: Tensor;
  readonly UZ: Tensor;
  /** Of the reset gate: how much of the old state the candidate sees. */
  readonly WR: Tensor;
  readonly UR: Tensor;
  /** Of the candidate. */
  readonly W: Tensor;
  readonly U: Tensor;
  /** Added to what the update gate is made of: the greater, the more is kept. */
  readonly bias: number;
}

/** The states, and what they were made of: all (n, d). */
export interface Gated {
  readonly states: Tensor;
  readonly update: Tensor;
  readonly reset: Tensor;
  readonly candidates: Tensor;
}

/**
 * A gated recurrent layer. Each feature of the state is kept as far as its update gate says,
 * and for the rest replaced by a candidate (σ is the logistic function):
 *
 *     z(t) = σ(x(t) WZ + h(t − 1) UZ + bias)      r(t) = σ(x(t) WR + h(t − 1) UR)
 *     c(t) = tanh(x(t) W + (r(t) ∘ h(t − 1)) U)   h(t) = z(t) ∘ h(t − 1) + (1 − z(t)) ∘ c(t)
 *
 * @param X (n, dX), one input a position.
 * @param weights (dX, d) for the input, (d, d) for the state.
 * @param first (d), the state before the first input; default zeros.
 * @throws RangeError when X is not (n, dX), the first state is not (d), or a product's axes disagree.
 * @see Cho et al. 2014, eqs. 5–8, which leave biases out; Jozefowicz et al. 2015, for a bias that keeps.
 */
export function gatedRecurrence(X: Tensor, { WZ, UZ, WR, UR, W, U, bias }: GatedWeights, first?: Tensor): Gated {
  const [n, d] = [X.shape[0]!, U.shape[0]!];
  if (X.shape.length !== 2)
    throw new RangeError(
      `X ${showShape(X.shape)} needs the two axes (position, feature): give one sequence at a time.`,
    );
  if (first && first.data.length !== d)
    throw new RangeError(
      `The first state ${showShape(first.shape)} does not fit U ${showShape(U.shape)}: give ${d} numbers.`,
    );
  const empty = (): Tensor => ({ data: new Float32Array(n * d), shape: [n, d] });
  const gated: Gated = { states: empty(), update: empty(), reset: empty(), candidates: empty() };
  const [forZ, forR, forC] = [matmul(X, WZ).data, matmul(X, WR).data, matmul(X, W).data];
  let h = first?.data ?? new Float32Array(d);
  // #region gated
  for (let t = 0; t < n; t++) {
    const [hZ, hR] = [matmul({ data: h, shape: [d] }, UZ).data, matmul({ data: h, shape: [d] }, UR).data];
    const z = hZ.map((value, f) => sigmoid(value + forZ[t * d + f]! + bias));
    const r = hR.map((value, f) => sigmoid(value + forR[t * d + f]!));
    const seen = matmul({ data: r.map((value, f) => value * h[f]!), shape: [d] }, U).data;
    const c = seen.map((value, f) => Math.tanh(value + forC[t * d + f]!));
    h = h.map((value, f) => z[f]! * value + (1 - z[f]!) * c[f]!);
    gated.states.data.set(h, t * d);
    gated.update.data.set(z, t * d);
    gated.reset.data.set(r, t * d);
    gated.candidates.data.set(c, t * d);
  }
  // #endregion gated
  return gated;
}
