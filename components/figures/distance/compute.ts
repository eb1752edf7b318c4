import { distanceInfluences, distanceNorms, drawLayers, layers, type Layer } from '#lib/baselines/distanceGradient.ts';

/** Positions of the sequence: the last one reads, the others are up to 47 away. */
export const n = 48;
export const d = 16;
/** Seeds go round. */
export const seeds = 1000;

/** What the random layers are drawn from. */
export interface Drawn {
  readonly gain: number;
  readonly bias: number;
  readonly seed: number;
}

/** What reaches the last output from each distance, 0 to 47. */
export interface Reached {
  /** Shares of the Jacobian's norm at distance 0. */
  readonly norms: readonly number[];
  /** How far the output moves, as a share of its length. */
  readonly influences: readonly number[];
}

/** What each layer's numbers depend on, beyond the seed. */
const dependsOn: Record<Layer, (drawn: Drawn) => string> = {
  tanh: ({ seed, gain }) => `${seed} ${gain}`,
  gated: ({ seed, gain, bias }) => `${seed} ${gain} ${bias}`,
  attention: ({ seed }) => String(seed),
};

const known = new Map<Layer, { readonly of: string; readonly reached: Reached }>();

/** Reads the sequence with each layer anew only if something it depends on was changed. */
export function reachedBy(drawn: Drawn): Record<Layer, Reached> {
  const { gain, bias, seed } = drawn;
  const { X, read } = drawLayers({ n, d, gain, bias, seed });
  const found = layers.map((layer) => {
    const of = dependsOn[layer](drawn);
    const before = known.get(layer);
    if (before?.of === of) return [layer, before.reached] as const;
    const reading = read(layer);
    const norms = distanceNorms(X, reading);
    // Nudged by numbers of their own: the inputs themselves are drawn from the seed.
    const reached = {
      norms: norms.map((norm) => norm / norms[0]!),
      influences: distanceInfluences(X, reading, seed + seeds),
    };
    known.set(layer, { of, reached });
    return [layer, reached] as const;
  });
  return Object.fromEntries(found) as Record<Layer, Reached>;
}
