/** Examples carry weights as whole numbers of this fraction, so that they stay small. */
export const exampleSteps = 10_000;

/** A sentence read at build, as it travels: `maps[layer][head]` in steps, `(n, n)` row-major. */
export interface Example {
  readonly sentence: string;
  readonly pieces: readonly string[];
  readonly ids: readonly number[];
  readonly maps: readonly (readonly (readonly number[])[])[];
}
