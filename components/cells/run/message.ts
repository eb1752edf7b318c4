import type { Output } from '../outcome.ts';

/** What a running program tells, one after another. */
export type Message =
  /** A cell begins a statement of its own. */
  | { readonly kind: 'at'; readonly cell: number; readonly line: number }
  | { readonly kind: 'output'; readonly cell: number; readonly output: Output }
  /** Lines were printed that are not told; how many, is said at the cell's end. */
  | { readonly kind: 'flood'; readonly cell: number }
  | { readonly kind: 'done' | 'failed'; readonly cell: number; readonly ms: number; readonly leftOut: number }
  | { readonly kind: 'end' }
  /** It was asked whether it can still answer: it only waits. */
  | { readonly kind: 'waiting' };
