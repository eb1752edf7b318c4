/** The logistic function, 1 / (1 + e⁻ˣ): what gates are made with. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
