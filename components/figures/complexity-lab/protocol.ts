import type { Point, Trial } from '#lib/complexity/sweep.ts';

/** What the page asks of the worker. */
export interface Ask {
  readonly d: number;
  /** Milliseconds that one run may take. */
  readonly limit: number | undefined;
  /** Whether the browser can be asked what the worker holds. */
  readonly hold: boolean;
}

/** What the worker tells: each step as it happens; that it holds all weights of one run; that it is done. */
export type Told = Trial | Point | { readonly type: 'holding'; readonly n: number } | { readonly type: 'done' };
