import type { Training } from '../train.ts';

/** What a model of this study may see, and in how many layers. */
export interface Kind {
  /** Places to either side; default all. */
  readonly window?: number;
  readonly layers: number;
}

/** Attention by what a place may see of the others. */
export const windowKinds = {
  all: { layers: 1 },
  two: { window: 2, layers: 1 },
  four: { window: 4, layers: 1 },
  eight: { window: 8, layers: 1 },
  'two-twice': { window: 2, layers: 2 },
  'four-twice': { window: 4, layers: 2 },
} as const satisfies Record<string, Kind>;
export type WindowKind = keyof typeof windowKinds;

/** What all their trainings share. */
export const windowRecipe = { d: 32, hidden: 32, steps: 600, batch: 32, rate: 0.005 } as const satisfies Training & {
  d: number;
  hidden: number;
};
