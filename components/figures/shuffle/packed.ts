/** Weights travel as whole numbers of this fraction. */
const steps = 10_000;

type Maps = readonly (readonly ArrayLike<number>[])[];

/** `maps[layer][head]` in steps. */
export type PackedMaps = readonly (readonly (readonly number[])[])[];

/** A sentence read as written and in a few other orders, told of positions or not, as it travels. */
export interface PackedShuffles {
  readonly sentence: string;
  readonly written: { readonly on: PackedMaps; readonly off: PackedMaps };
  readonly shuffles: readonly {
    readonly seed: number;
    readonly order: readonly number[];
    readonly on: PackedMaps;
    readonly off: PackedMaps;
    /** The largest difference by layer and head, from the weights before they were packed. */
    readonly differences: { readonly on: readonly number[][]; readonly off: readonly number[][] };
  }[];
}

export function packMaps(maps: Maps): PackedMaps {
  return maps.map((layer) => layer.map((map) => Array.from(map, (weight) => Math.round(weight * steps))));
}

export function unpackMap(maps: PackedMaps, layer: number, head: number): Float32Array {
  return Float32Array.from(maps[layer]![head]!, (step) => step / steps);
}
