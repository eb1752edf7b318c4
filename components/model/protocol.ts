import type { Sentence } from '../say.ts';
import type { EncodeOptions, Reading, Tokens } from '#lib/encoder/index.ts';

/** What the page asks the encoder's worker to read. All counts are from 0. */
export interface Question extends EncodeOptions {
  /** A text, or tokens in an order of their own. */
  readonly of: string | Tokens;
  /** Read by the same architecture on random weights from this seed, which needs no model. Takes tokens only. */
  readonly untrained?: number | undefined;
  /** Whether what leaves the last layer is asked for too, which takes the model's second part. */
  readonly whole?: boolean | undefined;
}

export type Request =
  /** Read with the trained model, as much of it being fetched first as is asked for and not there. */
  | { readonly type: 'read'; readonly id: number; readonly question: Question }
  /** Stop fetching the model. */
  | { readonly type: 'cancel' };

export type Response =
  | { readonly type: 'progress'; readonly received: number; readonly total: number }
  | { readonly type: 'reading'; readonly id: number; readonly reading: Reading }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly reason: Sentence | string;
      readonly cancelled: boolean;
    };
