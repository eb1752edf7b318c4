import { sigmoid } from '../sigmoid.ts';
import { add } from './add.ts';
import { zerosLike, type AnyTensor, type Arithmetic, type Numbers } from './arithmetic.ts';
import { linear, linearBack, type Linear } from './linear.ts';

/** A gated recurrent cell: x… (dX, d) for the input, with their biases; h… (d, d) for the state. */
export interface Gru {
  /** Of the update gate: how much of the old state is kept. */
  readonly xZ: Linear;
  readonly hZ: Linear;
  /** Of the reset gate: how much of the old state the candidate sees. */
  readonly xR: Linear;
  readonly hR: Linear;
  /** Of the candidate. */
  readonly xC: Linear;
  readonly hC: Linear;
}

/** The state after a step, H (batch, d), and what the way back needs. */
export interface GruStep {
  readonly H: AnyTensor;
  readonly update: Numbers;
  readonly reset: Numbers;
  readonly candidate: Numbers;
  /** r ∘ h, as the candidate saw the old state. */
  readonly seen: AnyTensor;
}

/**
 * One step of a batch of sequences (σ is the logistic function):
 *
 *     z = σ(x Wz + h Uz)   r = σ(x Wr + h Ur)   c = tanh(x Wc + (r ∘ h) Uc)
 *     h ← z ∘ h + (1 − z) ∘ c
 *
 * @param math The products it is computed with.
 * @param X (batch, dX), one input of each sequence. @param before (batch, d), the state so far.
 * @param cell Its learned matrices.
 * @see Cho et al. 2014, eqs. 5–8. lib/baselines/gatedRecurrence.ts tells it for one sequence.
 */
export function gruStep(math: Arithmetic, X: AnyTensor, before: AnyTensor, cell: Gru): GruStep {
  const gate = (x: Linear, h: Linear, state: AnyTensor, squash: (value: number) => number): Numbers => {
    const [{ data }, hidden] = [linear(math, X, x), linear(math, state, h).data];
    for (let at = 0; at < data.length; at++) data[at] = squash(data[at]! + hidden[at]!);
    return data;
  };
  const update = gate(cell.xZ, cell.hZ, before, sigmoid);
  const reset = gate(cell.xR, cell.hR, before, sigmoid);
  const seen = { data: zerosLike(reset), shape: before.shape };
  for (let at = 0; at < reset.length; at++) seen.data[at] = reset[at]! * before.data[at]!;
  const candidate = gate(cell.xC, cell.hC, seen, Math.tanh);
  const H = { data: zerosLike(update), shape: before.shape };
  for (let at = 0; at < update.length; at++)
    H.data[at] = update[at]! * before.data[at]! + (1 - update[at]!) * candidate[at]!;
  return { H, update, reset, candidate, seen };
}

/**
 * The way back through one step. A tilde marks what a gate or the candidate was made of:
 *
 *     ∂c̃ = ∂h ∘ (1 − z) ∘ (1 − c²)      ∂z̃ = ∂h ∘ (h′ − c) ∘ z ∘ (1 − z)
 *     ∂s = ∂c̃ Ucᵀ, along s = r ∘ h′     ∂r̃ = ∂s ∘ h′ ∘ r ∘ (1 − r)
 *     ∂h′ = ∂h ∘ z + ∂s ∘ r + ∂z̃ Uzᵀ + ∂r̃ Urᵀ
 *
 * @param math The products it is computed with.
 * @param X (batch, dX) @param before (batch, d), as they went in.
 * @param step As it came out.
 * @param cell Its learned matrices.
 * @param dH (batch, d), the slope of the loss along the new state.
 * @returns ∂X (batch, dX), and ∂h′ (batch, d), along the state before.
 */
export function gruStepBack(
  math: Arithmetic,
  X: AnyTensor,
  before: AnyTensor,
  { update, reset, candidate, seen }: GruStep,
  cell: Gru,
  dH: AnyTensor,
): { readonly dX: AnyTensor; readonly dBefore: AnyTensor } {
  const slopes = (): AnyTensor => ({ data: zerosLike(update), shape: before.shape });
  const [dC, dZ, dR, dBefore] = [slopes(), slopes(), slopes(), slopes()];
  for (let at = 0; at < update.length; at++) {
    const [z, c, dh] = [update[at]!, candidate[at]!, dH.data[at]!];
    dC.data[at] = dh * (1 - z) * (1 - c * c);
    dZ.data[at] = dh * (before.data[at]! - c) * z * (1 - z);
  }
  const dSeen = linearBack(math, seen, cell.hC, dC).data;
  for (let at = 0; at < reset.length; at++) {
    const r = reset[at]!;
    dR.data[at] = dSeen[at]! * before.data[at]! * r * (1 - r);
    dBefore.data[at] = dH.data[at]! * update[at]! + dSeen[at]! * r;
  }
  for (const [h, slope] of [
    [cell.hZ, dZ],
    [cell.hR, dR],
  ] as const)
    add(dBefore, linearBack(math, before, h, slope));
  const dX = linearBack(math, X, cell.xZ, dZ);
  add(dX, linearBack(math, X, cell.xR, dR));
  add(dX, linearBack(math, X, cell.xC, dC));
  return { dX, dBefore };
}
