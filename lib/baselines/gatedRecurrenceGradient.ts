import { matmul } from '../matmul.ts';
import { showShape, type Tensor } from '../tensor.ts';
import { transpose } from '../transpose.ts';
import type { Gated, GatedWeights } from './gatedRecurrence.ts';
import { statesBefore } from './statesBefore.ts';

/** The slope of one number, the loss, along every number that went into a gated recurrent layer. */
export interface GatedGradient {
  /** (n, dX) */
  readonly X: Tensor;
  /** Shaped as the weights are. */
  readonly weights: GatedWeights;
  /** (d), along the state before the first input. */
  readonly first: Tensor;
}

/**
 * The way back through {@link gatedRecurrence}, in time. Write ∂ for the slope of the loss,
 * and z̃, r̃, c̃ for what the gates and the candidate are made of; then, h′ being the state before,
 *
 *     ∂c̃ = ∂h ∘ (1 − z) ∘ (1 − c²)       ∂z̃ = ∂h ∘ (h′ − c) ∘ z ∘ (1 − z)
 *     ∂s = ∂c̃ Uᵀ, along s = r ∘ h′       ∂r̃ = ∂s ∘ h′ ∘ r ∘ (1 − r)
 *     ∂h′ = ∂O + ∂h ∘ z + ∂s ∘ r + ∂z̃ UZᵀ + ∂r̃ URᵀ
 *
 * The part ∂h ∘ z passes through no matrix: with a gate near 1, a slope neither vanishes nor explodes by it.
 *
 * @param X (n, dX) @param weights As they went in. @param gated As it came out.
 * @param outputGradient (n, d), ∂O: the slope of the loss along each state, as handed out.
 * @param first (d), as it went in; default zeros.
 * @throws RangeError when the output gradient is not (n, d), or a product's axes disagree.
 * @see Cho et al. 2014, eqs. 5–8, differentiated.
 */
export function gatedRecurrenceGradient(
  X: Tensor,
  weights: GatedWeights,
  { states, update, reset, candidates }: Gated,
  outputGradient: Tensor,
  first?: Tensor,
): GatedGradient {
  const [n, d] = states.shape as [number, number];
  if (showShape(outputGradient.shape) !== showShape([n, d]))
    throw new RangeError(
      `The output gradient ${showShape(outputGradient.shape)} should be ${showShape([n, d])}, to fit the states: give one row a position.`,
    );
  const [backZ, backR, backC] = [transpose(weights.UZ), transpose(weights.UR), transpose(weights.U)];
  const before = statesBefore(states, first);
  const empty = (): Tensor => ({ data: new Float32Array(n * d), shape: [n, d] });
  const [dZ, dR, dC] = [empty(), empty(), empty()];
  const row = ({ data }: Tensor, t: number): Float32Array => data.subarray(t * d, (t + 1) * d);
  let carried = new Float32Array(d);
  // #region backward
  for (let t = n - 1; t >= 0; t--) {
    const [z, r, c, h, dO] = [update, reset, candidates, before, outputGradient].map((x) => row(x, t)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const [toZ, toR, toC] = [row(dZ, t), row(dR, t), row(dC, t)];
    const dH = carried.map((value, f) => value + dO[f]!);
    toC.set(dH.map((value, f) => value * (1 - z[f]!) * (1 - c[f]! ** 2)));
    toZ.set(dH.map((value, f) => value * (h[f]! - c[f]!) * z[f]! * (1 - z[f]!)));
    const dS = matmul({ data: toC, shape: [d] }, backC).data;
    toR.set(dS.map((value, f) => value * h[f]! * r[f]! * (1 - r[f]!)));
    const [fromZ, fromR] = [
      matmul({ data: toZ, shape: [d] }, backZ).data,
      matmul({ data: toR, shape: [d] }, backR).data,
    ];
    carried = dH.map((value, f) => value * z[f]! + dS[f]! * r[f]! + fromZ[f]! + fromR[f]!);
  }
  // #endregion backward
  const [alongZ, alongR, alongC] = [
    matmul(dZ, transpose(weights.WZ)),
    matmul(dR, transpose(weights.WR)),
    matmul(dC, transpose(weights.W)),
  ];
  const [inputs, had] = [transpose(X), transpose(before)];
  const seen = transpose({ ...before, data: before.data.map((value, at) => value * reset.data[at]!) });
  return {
    X: { ...alongZ, data: alongZ.data.map((value, at) => value + alongR.data[at]! + alongC.data[at]!) },
    weights: {
      WZ: matmul(inputs, dZ),
      UZ: matmul(had, dZ),
      WR: matmul(inputs, dR),
      UR: matmul(had, dR),
      W: matmul(inputs, dC),
      U: matmul(seen, dC),
      bias: dZ.data.reduce((sum, value) => sum + value, 0),
    },
    first: { data: carried, shape: [d] },
  };
}
