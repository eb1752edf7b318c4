import { integer, number } from '../../figure/state/fields.ts';

/** Positions of the sequence: the last one reads, the others are up to 47 away. */
export const n = 48;

/** Seeds go round. */
export const seeds = 1000;

export const gains = { from: 0.5, to: 1.5 };
export const biases = { from: -2, to: 6 };

export const state = {
  gain: number(0.9, gains),
  bias: number(3, biases),
  seed: integer(7, { from: 0, to: seeds - 1 }),
  at: integer(32, { from: 0, to: n - 1 }),
};
