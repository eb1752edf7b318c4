import type { Reading } from './protocol.ts';

/** A sentence and what the encoder makes of it. */
export interface Shown extends Reading {
  readonly sentence: string;
  /** `scores[layer][head]`, scaled, `(n, n)`; only of an example. */
  readonly scores?: Reading['maps'] | undefined;
}
