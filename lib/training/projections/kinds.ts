import type { Training } from '../train.ts';
import type { Tied } from '../transformer.ts';

/** What a model of this study is, but for its seed. */
export interface Kind {
  readonly tied?: Tied | undefined;
  readonly d: number;
  /** Features of the feed-forward layer behind attention; 0 where there is none. */
  readonly hidden: number;
  readonly steps: number;
}

const base = { d: 32, hidden: 0, steps: 500 } as const;

/** One layer of attention, by what its projections share and what else differs. */
export const projectionKinds = {
  separate: base,
  tied: { ...base, tied: 'Q = K' },
  /** With no fewer parameters than the separate one has. */
  wider: { ...base, tied: 'Q = K', d: 36 },
  one: { ...base, tied: 'Q = K = V' },
  longer: { ...base, tied: 'Q = K', steps: 4000 },
  followed: { ...base, tied: 'Q = K', hidden: 64 },
  'followed-longer': { ...base, tied: 'Q = K', hidden: 64, steps: 4000 },
} as const satisfies Record<string, Kind>;
export type ProjectionKind = keyof typeof projectionKinds;

/** What all their trainings share. */
export const projectionRecipe = { batch: 32, rate: 0.005 } as const satisfies Omit<Training, 'steps'>;
