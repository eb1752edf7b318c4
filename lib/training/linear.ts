import type { AnyTensor, Arithmetic } from './arithmetic.ts';
import type { Parameter } from './parameters.ts';

/** A learned product, and what is added to each row of it. */
export interface Linear {
  /** (inputs, outputs) */
  readonly W: Parameter;
  /** (outputs); left out, nothing is added. */
  readonly b?: Parameter;
}

/**
 * Y = X W + b.
 *
 * @param math The products it is computed with.
 * @param X (n, inputs)
 * @param layer W (inputs, outputs) and b (outputs).
 * @returns (n, outputs)
 */
export function linear({ product }: Arithmetic, X: AnyTensor, { W, b }: Linear): AnyTensor {
  const Y = product(X, W.value);
  if (b) {
    const [y, bias] = [Y.data, b.value.data];
    for (let row = 0; row < y.length; row += bias.length) for (let j = 0; j < bias.length; j++) y[row + j]! += bias[j]!;
  }
  return Y;
}

/**
 * The way back: ∂X = ∂Y Wᵀ, and added to the gradients, ∂W = Xᵀ ∂Y and ∂b = the sum of the rows of ∂Y.
 *
 * @param math The products it is computed with.
 * @param X (n, inputs), as it went in.
 * @param layer W (inputs, outputs) and b (outputs).
 * @param dY (n, outputs), the slope of the loss along Y.
 * @returns (n, inputs), ∂X.
 */
export function linearBack(
  { productWithTransposed, transposedProduct }: Arithmetic,
  X: AnyTensor,
  { W, b }: Linear,
  dY: AnyTensor,
): AnyTensor {
  const dW = transposedProduct(X, dY).data;
  for (let at = 0; at < dW.length; at++) W.gradient.data[at]! += dW[at]!;
  if (b) {
    const [dBias, dy] = [b.gradient.data, dY.data];
    for (let row = 0; row < dy.length; row += dBias.length)
      for (let j = 0; j < dBias.length; j++) dBias[j]! += dy[row + j]!;
  }
  return productWithTransposed(dY, W.value);
}
