import type { RunId } from '#lib/complexity/runs.ts';
import recorded from './recorded.json' with { type: 'json' };

/** One implementation at one length. */
export interface Point {
  readonly id: RunId;
  readonly n: number;
  /** Median over the repeats. */
  readonly ms: number;
  readonly repeats: number;
}

/** What was measured in one go. */
export interface Measured {
  /** The machine, as the badge names it. */
  readonly where: string;
  /** Features of a position. */
  readonly d: number;
  readonly points: readonly Point[];
}

/** The run in the repository, made by `npm run record`. */
export const recordedRun: Measured = {
  where: `${recorded.processor}, Node ${recorded.node.split('.')[0]!}`,
  d: recorded.d,
  points: recorded.points as readonly Point[],
};
