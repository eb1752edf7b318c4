import type { Reading } from './protocol.ts';

/** A sentence and what the encoder makes of it. */
export interface Shown extends Reading {
  readonly sentence: string;
  /** `scores[layer][head]`, scaled, `(n, n)`; only of an example. */
  readonly scores?: Reading['maps'] | undefined;
  /** `similarities[layer]`, `(n, n)`: the layer's input compared with itself; only of an example. */
  readonly similarities?: readonly Float32Array[] | undefined;
}
