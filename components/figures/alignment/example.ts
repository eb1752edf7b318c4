import type { Alignment } from './compute.ts';

/**
 * English to French, set by hand: nouns and adjectives change places, and an article
 * or an adjective looks at its noun too, whose gender it takes.
 */
export const redApple: Alignment = {
  source: ['the', 'red', 'apple', 'is', 'on', 'the', 'table'],
  target: ['la', 'pomme', 'rouge', 'est', 'sur', 'la', 'table'],
  weights: [
    [0.7, 0.05, 0.22, 0.01, 0, 0.02, 0],
    [0.06, 0.1, 0.81, 0.01, 0, 0.01, 0.01],
    [0.02, 0.77, 0.18, 0.02, 0, 0, 0.01],
    [0, 0.02, 0.1, 0.84, 0.03, 0.01, 0],
    [0, 0, 0.01, 0.08, 0.83, 0.02, 0.06],
    [0.04, 0, 0.01, 0, 0.05, 0.67, 0.23],
    [0, 0.01, 0.03, 0, 0.03, 0.08, 0.85],
  ],
  chosen: 1,
  languages: { source: 'en', target: 'fr' },
};
