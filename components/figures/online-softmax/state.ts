import { integer, oneOf } from '../../figure/state/fields.ts';

/** Keys of the row. */
export const keys = 8;

export const rows = {
  mixed: { label: 'mixed', scores: [1.2, -0.4, 0.3, 1.1, 3.1, 0.6, -1.5, 2.4] },
  rising: { label: 'rising', scores: [-2, -1, -0.5, 0, 1, 2, 2.5, 4] },
  huge: { label: 'two near 1000', scores: [1.2, -0.4, 0.3, 1.1, 1000, 0.6, 999, 2.4] },
  masked: { label: 'some masked', scores: [-Infinity, -Infinity, 0.3, 1.1, 3.1, -Infinity, -1.5, 2.4] },
} as const;

export type RowName = keyof typeof rows;

/** One number a key, so that an output is one number too. */
export const values = [2, -1, 0, 1, 4, 3, -2, 1];

export const state = {
  row: oneOf('mixed', Object.keys(rows) as RowName[]),
  tile: oneOf('2', ['1', '2', '4']),
  /** Tiles read. */
  stop: integer(3, { from: 1, to: keys }),
};
