import type { AnyTensor } from '../arithmetic.ts';

/** A straight cut through vectors: one side is class 0, the other class 1. */
export interface Probe {
  /** (d) */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** How a probe is trained: whole batches, down the slope of the mean loss with a penalty on large weights. */
export const probeRecipe = { steps: 300, rate: 0.5, penalty: 0.001 } as const;

/**
 * Logistic regression: the probability of class 1 is σ(w · x + b).
 *
 * @param X (n, d), what is read. @param classes n of them, 0 or 1.
 * @see Alain & Bengio 2016, who call it a linear probe where x is a layer of a network.
 */
export function trainProbe({ data, shape }: AnyTensor, classes: ArrayLike<number>): Probe {
  const [n, d] = shape as [number, number];
  const { steps, rate, penalty } = probeRecipe;
  const weights = new Float64Array(d);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const slope = Float64Array.from(weights, (weight) => penalty * weight);
    let slopeOfBias = 0;
    for (let row = 0; row < n; row++) {
      const off = (1 / (1 + Math.exp(-side({ weights, bias }, data, row))) - classes[row]!) / n;
      for (let j = 0; j < d; j++) slope[j]! += off * data[row * d + j]!;
      slopeOfBias += off;
    }
    for (let j = 0; j < d; j++) weights[j]! -= rate * slope[j]!;
    bias -= rate * slopeOfBias;
  }
  return { weights, bias };
}

/**
 * The class that a probe gives each row.
 *
 * @param probe Trained. @param X (n, d)
 */
export function classesBy(probe: Probe, { data, shape: [n = 0] }: AnyTensor): Uint8Array {
  return Uint8Array.from({ length: n }, (_, row) => Number(side(probe, data, row) > 0));
}

function side({ weights, bias }: Probe, data: AnyTensor['data'], row: number): number {
  let sum = bias;
  for (let j = 0; j < weights.length; j++) sum += weights[j]! * data[row * weights.length + j]!;
  return sum;
}
