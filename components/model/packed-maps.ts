/** Weights travel as whole numbers of this fraction. */
const steps = 10_000;

type Maps = readonly (readonly ArrayLike<number>[])[];

/** `maps[layer][head]` in steps. */
export type PackedMaps = readonly (readonly (readonly number[])[])[];

export function packMaps(maps: Maps): PackedMaps {
  return maps.map((layer) => layer.map((map) => Array.from(map, (weight) => Math.round(weight * steps))));
}

export function unpackMap(maps: PackedMaps, layer: number, head: number): Float32Array {
  return Float32Array.from(maps[layer]![head]!, (step) => step / steps);
}
