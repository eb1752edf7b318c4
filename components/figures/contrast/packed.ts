import { unpackMap, type PackedMaps } from '../../model/packed-maps.ts';
import { contrastOf, type Both, type Contrast, type Cut, type Outcome } from './contrast.ts';

/** One pair of sentences, as it travels. */
export interface PackedContrast {
  readonly id: string;
  readonly texts: Both<string>;
  readonly pieces: Both<readonly string[]>;
  readonly maps: Both<PackedMaps>;
  readonly outcome: Outcome;
}

/** The pairs read at build; of the first, what cutting each edge of one head does. Layer and head count from 0. */
export interface PackedContrasts {
  readonly pairs: readonly PackedContrast[];
  readonly layer: number;
  readonly head: number;
  /** `cuts[query * n + key]` */
  readonly cuts: readonly Cut[];
}

export function unpackContrast({ texts, pieces, maps, outcome }: PackedContrast): Contrast {
  const unpack = (packed: PackedMaps) => packed.map((layer, l) => layer.map((_, h) => unpackMap(packed, l, h)));
  return contrastOf({ texts, pieces, maps: [unpack(maps[0]), unpack(maps[1])], outcome });
}
