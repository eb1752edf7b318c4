import { zerosLike, type AnyTensor, type Numbers } from './arithmetic.ts';
import type { Parameter } from './parameters.ts';

/** Keeps a row of equal numbers from being divided by zero. */
const epsilon = 1e-5;

/** What each feature is multiplied by, and what is added to it: (features). */
export interface Norm {
  readonly gain: Parameter;
  readonly bias: Parameter;
}

/** Y (n, features), and what the way back needs: the rows at mean 0 and variance 1, and 1/√variance of each. */
export interface Normed {
  readonly Y: AnyTensor;
  readonly standard: Numbers;
  readonly scales: Numbers;
}

/**
 * Layer normalisation: x̂ = (x − mean) / √(variance + ε), y = gain ∘ x̂ + bias, row by row.
 *
 * @param X (n, features)
 * @param norm The gain and the bias, (features) each.
 * @returns Y (n, features)
 * @see Ba, Kiros & Hinton 2016, eqs. 3–4.
 */
export function layerNorm(X: AnyTensor, { gain, bias }: Norm): Normed {
  const [n, d] = X.shape as [number, number];
  const [Y, standard, scales] = [zerosLike(X.data), zerosLike(X.data), zerosLike(X.data, n)];
  const [x, g, b] = [X.data, gain.value.data, bias.value.data];
  for (let i = 0, at = 0; i < n; i++, at += d) {
    let sum = 0;
    let squares = 0;
    for (let f = 0; f < d; f++) sum += x[at + f]!;
    const mean = sum / d;
    for (let f = 0; f < d; f++) squares += (x[at + f]! - mean) ** 2;
    const scale = 1 / Math.sqrt(squares / d + epsilon);
    scales[i] = scale;
    for (let f = 0; f < d; f++) {
      const xHat = (x[at + f]! - mean) * scale;
      standard[at + f] = xHat;
      Y[at + f] = xHat * g[f]! + b[f]!;
    }
  }
  return { Y: { data: Y, shape: X.shape }, standard, scales };
}

/**
 * The way back. Shifting a row or stretching it changes nothing that comes out, and so ∂X loses
 * its mean and its part along x̂: with g = gain ∘ ∂y,
 *
 *     ∂x = (g − mean(g) − x̂ mean(g ∘ x̂)) / √(variance + ε)
 *     ∂gain = Σ ∂y ∘ x̂        ∂bias = Σ ∂y
 *
 * @param normed As it came out.
 * @param norm The gain and the bias, (features) each.
 * @param dY (n, features), the slope of the loss along Y.
 * @returns (n, features), ∂X.
 */
export function layerNormBack({ standard, scales }: Normed, { gain, bias }: Norm, dY: AnyTensor): AnyTensor {
  const [n, d] = dY.shape as [number, number];
  const dX = zerosLike(dY.data);
  const [dy, gains, dGain, dBias] = [dY.data, gain.value.data, gain.gradient.data, bias.gradient.data];
  for (let i = 0, at = 0; i < n; i++, at += d) {
    let sum = 0;
    let along = 0;
    for (let f = 0; f < d; f++) {
      const slope = dy[at + f]!;
      const xHat = standard[at + f]!;
      dGain[f]! += slope * xHat;
      dBias[f]! += slope;
      sum += slope * gains[f]!;
      along += slope * gains[f]! * xHat;
    }
    const [mean, stretch, scale] = [sum / d, along / d, scales[i]!];
    for (let f = 0; f < d; f++) dX[at + f] = (dy[at + f]! * gains[f]! - mean - standard[at + f]! * stretch) * scale;
  }
  return { data: dX, shape: dY.shape };
}
