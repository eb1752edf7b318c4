import { zerosLike, type AnyTensor } from './arithmetic.ts';
import type { Parameter } from './parameters.ts';

/**
 * Looks up the row of each token.
 *
 * @param tokens (n) numbers of rows.
 * @param table (vocabulary, d)
 * @returns (n, d)
 */
export function embedding(tokens: ArrayLike<number>, { value }: Parameter): AnyTensor {
  const d = value.shape[1]!;
  const data = zerosLike(value.data, tokens.length * d);
  for (let i = 0; i < tokens.length; i++) for (let f = 0; f < d; f++) data[i * d + f] = value.data[tokens[i]! * d + f]!;
  return { data, shape: [tokens.length, d] };
}

/**
 * The way back: each token adds its slope to the row that it was looked up in.
 *
 * @param tokens (n), as they went in.
 * @param table (vocabulary, d), whose gradient is added to.
 * @param dX (n, d), the slope of the loss along what came out.
 */
export function embeddingBack(tokens: ArrayLike<number>, { gradient }: Parameter, dX: AnyTensor): void {
  const d = gradient.shape[1]!;
  for (let i = 0; i < tokens.length; i++)
    for (let f = 0; f < d; f++) gradient.data[tokens[i]! * d + f]! += dX.data[i * d + f]!;
}
