import { zerosLike, type Numbers } from './arithmetic.ts';
import type { Parameters } from './parameters.ts';

/** How Adam steps. */
export interface AdamOptions {
  /** The length of a step, in the unit of the parameters. */
  readonly rate: number;
  /** How much of the mean of the gradients is kept from step to step; default 0.9. */
  readonly beta1?: number;
  /** The same for the mean of their squares; default 0.999. */
  readonly beta2?: number;
  /** Default 1e-8. */
  readonly epsilon?: number;
}

/** Means of the gradients and of their squares, and how many steps they are made of. */
export interface Momenta {
  readonly means: Numbers;
  readonly squares: Numbers;
  steps: number;
}

/**
 * Momenta before the first step: as many zeros as there are parameters, twice.
 *
 * @param parameters All of a model's.
 */
export function restingMomenta({ values }: Parameters): Momenta {
  return { means: zerosLike(values), squares: zerosLike(values), steps: 0 };
}

/**
 * One step of Adam, in place: each parameter moves against the mean of its gradients, in units of
 * their root mean square. Then the gradients are 0 again, for the next backward pass to add to.
 *
 *     m ← β₁ m + (1 − β₁) g      v ← β₂ v + (1 − β₂) g²
 *     θ ← θ − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 *
 * @param parameters All of a model's, with their gradients.
 * @param momenta As the step before left them; renewed here.
 * @param options How long the step is, and how long gradients are remembered.
 * @see Kingma & Ba 2015, algorithm 1.
 */
export function adamStep(
  { values, gradients }: Parameters,
  momenta: Momenta,
  { rate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions,
): void {
  const { means, squares } = momenta;
  momenta.steps++;
  const [unbias1, unbias2] = [1 - beta1 ** momenta.steps, 1 - beta2 ** momenta.steps];
  for (let at = 0; at < values.length; at++) {
    const g = gradients[at]!;
    means[at] = beta1 * means[at]! + (1 - beta1) * g;
    squares[at] = beta2 * squares[at]! + (1 - beta2) * g * g;
    values[at]! -= (rate * (means[at]! / unbias1)) / (Math.sqrt(squares[at]! / unbias2) + epsilon);
  }
  gradients.fill(0);
}
