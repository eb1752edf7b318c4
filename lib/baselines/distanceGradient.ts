import { attentionGradient } from '../analysis/attentionGradient.ts';
import { scaledDotProductAttention } from '../attention/scaledDotProductAttention.ts';
import { orthogonal } from '../linear/orthogonal.ts';
import { matmul } from '../matmul.ts';
import { seededNormal } from '../random.ts';
import type { Tensor } from '../tensor.ts';
import { transpose } from '../transpose.ts';
import { gatedRecurrence, type GatedWeights } from './gatedRecurrence.ts';
import { gatedRecurrenceGradient } from './gatedRecurrenceGradient.ts';
import { recurrence } from './recurrence.ts';
import { recurrenceGradient } from './recurrenceGradient.ts';

export const layers = ['tanh', 'gated', 'attention'] as const;
export type Layer = (typeof layers)[number];

/** A random sequence, and random weights of three layers that read it. */
export interface Distances {
  /** Positions, and features of the inputs and of the outputs. */
  readonly n: number;
  readonly d: number;
  /** The recurrent matrices are orthogonal times this. */
  readonly gain: number;
  /** The update gate's bias. */
  readonly bias: number;
  readonly seed: number;
}

/** The input matrices of both recurrences have entries of this variance over d. */
export const inputVariance = 0.01;
/** How far an input is moved, as a share of its length. */
export const nudge = 0.01;

/** One layer that has read a sequence (n, d). */
export interface Reading {
  /** (d), the last one. */
  readonly output: Float32Array;
  /** (n, d): the slopes along all inputs of the last output's product with `slope` (d). */
  slopes(slope: Float32Array): Tensor;
  /** The last output of a sequence that differs only at position j. */
  reread(X: Tensor, j: number): Float32Array;
}

/**
 * Draws the inputs, standard normal, and the weights; each layer reads the inputs once asked.
 *
 * @param distances What to draw.
 * @returns X (n, d), and what reads it.
 * @throws RangeError, when a recurrence is asked, where d is not a whole number ≥ 1.
 */
export function drawLayers({ n, d, gain, bias, seed }: Distances): { X: Tensor; read: (layer: Layer) => Reading } {
  const normal = seededNormal(seed);
  const drawn = (rows: number, variance: number): Tensor => ({
    data: Float32Array.from({ length: rows * d }, () => Math.sqrt(variance) * normal()),
    shape: [rows, d],
  });
  const X = drawn(n, 1);
  const [WX, WZ, WR, W] = [0, 1, 2, 3].map(() => drawn(d, inputVariance / d)) as [Tensor, Tensor, Tensor, Tensor];
  const [WQ, WK, WV] = [0, 1, 2].map(() => drawn(d, 1 / d)) as [Tensor, Tensor, Tensor];
  // A prime apart, so that a matrix of one seed is no matrix of the next.
  const recurrent = (which: number): Tensor => orthogonal(d, seed + 7919 * which, gain);
  const reads = {
    tanh: () => readByTanh(X, WX, recurrent(1)),
    gated: () => readByGates(X, { WZ, UZ: recurrent(2), WR, UR: recurrent(3), W, U: recurrent(4), bias }),
    attention: () => readByAttention(X, WQ, WK, WV),
  };
  return { X, read: (layer) => reads[layer]() };
}

const lastRow = ({ data, shape }: Tensor): Float32Array => data.subarray(data.length - shape[1]!);

/** (n, d), zeros but for the last row. */
function atLast(slope: Float32Array, n: number): Tensor {
  const data = new Float32Array(n * slope.length);
  data.set(slope, data.length - slope.length);
  return { data, shape: [n, slope.length] };
}

/** What a recurrence needs to go on at position j: its inputs from there, and the state before. */
function restOf(X: Tensor, states: Tensor, j: number): [rest: Tensor, first: Tensor | undefined] {
  const [n, d] = X.shape as [number, number];
  const first = j === 0 ? undefined : { data: states.data.subarray((j - 1) * d, j * d), shape: [d] };
  return [{ data: X.data.subarray(j * d), shape: [n - j, d] }, first];
}

function readByTanh(X: Tensor, WX: Tensor, WH: Tensor): Reading {
  const states = recurrence(X, WX, WH);
  return {
    output: lastRow(states),
    slopes: (slope) => recurrenceGradient(X, WX, WH, states, atLast(slope, X.shape[0]!)).X,
    reread(moved, j) {
      const [rest, first] = restOf(moved, states, j);
      return lastRow(recurrence(rest, WX, WH, first));
    },
  };
}

function readByGates(X: Tensor, weights: GatedWeights): Reading {
  const gated = gatedRecurrence(X, weights);
  return {
    output: lastRow(gated.states),
    slopes: (slope) => gatedRecurrenceGradient(X, weights, gated, atLast(slope, X.shape[0]!)).X,
    reread(moved, j) {
      const [rest, first] = restOf(moved, gated.states, j);
      return lastRow(gatedRecurrence(rest, weights, first).states);
    },
  };
}

/** Only the last position asks; all positions answer. */
function readByAttention(X: Tensor, WQ: Tensor, WK: Tensor, WV: Tensor): Reading {
  const attend = (x: Tensor) => {
    const [Q, K, V] = [matmul({ data: lastRow(x), shape: [1, x.shape[1]!] }, WQ), matmul(x, WK), matmul(x, WV)];
    return { Q, ...scaledDotProductAttention(Q, K, V, { returns: 'weights' }) };
  };
  const { Q, K, V, weights, output } = attend(X);
  const [backQ, backK, backV] = [transpose(WQ), transpose(WK), transpose(WV)];
  return {
    output: output.data,
    slopes(slope) {
      const gradient = attentionGradient(Q, K, V, weights, { data: slope, shape: [1, slope.length] });
      const throughV = matmul(gradient.V, backV).data;
      const data = matmul(gradient.K, backK).data.map((value, at) => value + throughV[at]!);
      const last = lastRow({ data, shape: X.shape });
      matmul(gradient.Q, backQ).data.forEach((value, f) => (last[f]! += value));
      return { data, shape: X.shape };
    },
    reread: (moved) => attend(moved).output.data,
  };
}

/**
 * How strongly the last output depends on each input: the Frobenius norm of the Jacobian
 * ∂output/∂x(j), exact, by one way back for each of its d rows.
 *
 * @param X (n, d), as it was read.
 * @returns n norms in the order of distance, the last input's first.
 * @see Pascanu, Mikolov & Bengio 2013, section 2, for what these norms do in a recurrence.
 */
export function distanceNorms({ shape }: Tensor, reading: Reading): number[] {
  const [n, d] = shape as [number, number];
  const squares = new Float64Array(n);
  for (let f = 0; f < d; f++) {
    const slope = new Float32Array(d);
    slope[f] = 1;
    reading.slopes(slope).data.forEach((value, at) => (squares[Math.floor(at / d)]! += value ** 2));
  }
  return [...squares.map(Math.sqrt)].reverse();
}

/**
 * How far the last output moves, as a share of its length, when one input is moved by
 * {@link nudge} of its own length in a random direction. Exactly 0 where float32 sees no difference.
 *
 * @param X (n, d), as it was read. @param reading Of one layer. @param seed Of the directions.
 * @returns n shares in the order of distance, the last input's first.
 */
export function distanceInfluences(X: Tensor, { output, reread }: Reading, seed: number): number[] {
  const [n, d] = X.shape as [number, number];
  const normal = seededNormal(seed);
  const influences: number[] = [];
  for (let j = n - 1; j >= 0; j--) {
    const towards = Float64Array.from({ length: d }, normal);
    const far = (nudge * Math.hypot(...X.data.subarray(j * d, (j + 1) * d))) / Math.hypot(...towards);
    const data = X.data.slice();
    towards.forEach((value, f) => (data[j * d + f]! += far * value));
    const moved = reread({ data, shape: X.shape }, j);
    influences.push(Math.hypot(...moved.map((value, f) => value - output[f]!)) / Math.hypot(...output));
  }
  return influences;
}

/**
 * The most that a tanh recurrence keeps of a gradient's norm, gain^k at distance k: its slope is at
 * most 1, and each step back is a product with a matrix of norm `gain`.
 *
 * @returns n shares, at distances 0 to n − 1.
 * @see Pascanu, Mikolov & Bengio 2013, section 2.1.
 */
export function gainBounds(gain: number, n: number): number[] {
  return Array.from({ length: n }, (_, k) => gain ** k);
}

/**
 * By which factor a quantity shrinks from each step to the next: a straight line fitted by
 * least squares to its logarithms.
 *
 * @param values Two or more, all above 0, at distances 0, 1, 2, …
 */
export function factorPerStep(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let [along, spread] = [0, 0];
  values.forEach((value, k) => {
    along += (k - middle) * Math.log(value);
    spread += (k - middle) ** 2;
  });
  return Math.exp(along / spread);
}
