import type { Inputs } from '#lib/walkthrough/matrices.ts';

export const words = ['apple', 'is', 'delicious'] as const;

/** What the four numbers of a word stand for, and what queries, keys and values keep of them. */
export const features = ['thing', 'link', 'trait', 'food'] as const;
export const asked = ['thing', 'trait'] as const;
export const carried = ['food', 'praise'] as const;

/**
 * Chosen by hand, so that *delicious* asks for a thing, finds *apple*, and could look harder.
 * One decimal each: queries, keys and values are then exact in the two decimals shown.
 */
export const example: Inputs = {
  X: [
    [0.9, 0, 0.1, 0.8],
    [0.1, 0.9, 0, 0],
    [0, 0.1, 0.9, 0.4],
  ],
  WQ: [
    [0.1, 0.9],
    [0.5, 0.5],
    [0.8, 0.1],
    [0.3, 0.4],
  ],
  WK: [
    [1.1, 0],
    [-0.3, -0.2],
    [0, 1.1],
    [0.4, 0.3],
  ],
  WV: [
    [0.2, 0],
    [0, 0.1],
    [-0.1, 1],
    [1, 0.1],
  ],
};
