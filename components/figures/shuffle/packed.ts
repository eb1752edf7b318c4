import type { PackedMaps } from '../../model/packed-maps.ts';

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
