import { zerosLike, type AnyTensor, type Arithmetic } from './arithmetic.ts';
import { gruStep, gruStepBack, type Gru, type GruStep } from './gru.ts';

/** The states (n · batch, d), all sequences at one time, then all at the next; and what the way back needs. */
export interface GruRun {
  readonly states: AnyTensor;
  readonly steps: readonly GruStep[];
  readonly befores: readonly AnyTensor[];
}

/**
 * A gated recurrent layer over a batch of sequences. A sequence that is over keeps its state.
 *
 * @param math The products it is computed with.
 * @param X (n · batch, dX), all sequences at one time, then all at the next.
 * @param first (batch, d), the states before the first input.
 * @param cell Its learned matrices.
 * @param lengths (batch): how many inputs each sequence has; default n.
 * @see Cho et al. 2014, eqs. 5–8.
 */
export function gruSequence(
  math: Arithmetic,
  X: AnyTensor,
  first: AnyTensor,
  cell: Gru,
  lengths?: readonly number[],
): GruRun {
  const [batch, d] = first.shape as [number, number];
  const n = X.shape[0]! / batch;
  const states = { data: zerosLike(X.data, n * batch * d), shape: [n * batch, d] };
  const [steps, befores]: [GruStep[], AnyTensor[]] = [[], []];
  let before = first;
  for (let t = 0; t < n; t++) {
    const step = gruStep(math, rowsAt(X, t, batch), before, cell);
    lengths?.forEach((length, b) => {
      if (t >= length) step.H.data.set(before.data.subarray(b * d, (b + 1) * d), b * d);
    });
    states.data.set(step.H.data, t * batch * d);
    steps.push(step);
    befores.push(before);
    before = step.H;
  }
  return { states, steps, befores };
}

/**
 * The way back through time.
 *
 * @param math The products it is computed with.
 * @param X (n · batch, dX), as it went in.
 * @param run As it came out.
 * @param cell Its learned matrices.
 * @param dStates (n · batch, d), the slope of the loss along each state.
 * @param lengths (batch), as they went in.
 * @returns ∂X (n · batch, dX), and ∂first (batch, d), along the states before the first input.
 */
export function gruSequenceBack(
  math: Arithmetic,
  X: AnyTensor,
  { steps, befores }: GruRun,
  cell: Gru,
  dStates: AnyTensor,
  lengths?: readonly number[],
): { readonly dX: AnyTensor; readonly dFirst: AnyTensor } {
  const [batch, d] = befores[0]!.shape as [number, number];
  const dX = { data: zerosLike(X.data), shape: X.shape };
  let carried: AnyTensor = { data: zerosLike(X.data, batch * d), shape: [batch, d] };
  for (let t = steps.length - 1; t >= 0; t--) {
    const dH = { data: carried.data.slice(), shape: carried.shape };
    const here = rowsAt(dStates, t, batch).data;
    for (let at = 0; at < here.length; at++) dH.data[at]! += here[at]!;
    // Where a sequence is over, its slope passes by the cell to the state that it kept.
    const over = (lengths ?? []).flatMap((length, b) => (t >= length ? [b] : []));
    const passed = over.map((b) => dH.data.slice(b * d, (b + 1) * d));
    for (const b of over) dH.data.fill(0, b * d, (b + 1) * d);
    const back = gruStepBack(math, rowsAt(X, t, batch), befores[t]!, steps[t]!, cell, dH);
    over.forEach((b, k) => back.dBefore.data.set(passed[k]!, b * d));
    dX.data.set(back.dX.data, t * back.dX.data.length);
    carried = back.dBefore;
  }
  return { dX, dFirst: carried };
}

/** The rows of all sequences at one time, shared and not copied: (batch, features). */
export function rowsAt({ data, shape }: AnyTensor, t: number, batch: number): AnyTensor {
  const features = shape[1]!;
  return { data: data.subarray(t * batch * features, (t + 1) * batch * features), shape: [batch, features] };
}
