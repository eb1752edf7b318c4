import { numbers } from '../../figure/state/fields.ts';

/** Set by hand: what five keys hand over, as points of a plane, and how well each fits the query. */
export const keys = ['apple', 'river', 'bank', 'money', 'bread'] as const;

/** Values run from −2 to 2 each way, scores from −4 to 4. */
export const limit = 2;
export const step = 0.1;
export const most = 4;

export const state = {
  /** x and y of each value, one after the other. */
  values: numbers([-1.5, 1.1, -1.4, -1.3, 0.1, 1.6, 1.6, 0.4, 0.8, -1.5], { from: -limit, to: limit }),
  scores: numbers([0.5, 0, 1.5, 2, -1], { from: -most, to: most }),
};
