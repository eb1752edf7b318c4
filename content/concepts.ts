/**
 * The ideas that run through every lesson, each declared once. Prose names one with
 * `<Term id>`, a formula with its `tex` macro, code by its identifier, a figure by
 * `data-concept`; the page lights all of them together.
 */
export interface Concept {
  /** One line: what it is, in plain words. */
  readonly meaning: string;
  /** The symbol in formulas, and the macro that writes it there. */
  readonly tex: string;
  readonly macro: string;
  /** The identifiers it goes by in code. */
  readonly code: readonly string[];
  /** Its shape, for n queries, m keys and dK, dV features; empty for a single number. */
  readonly shape: string;
  /** Which of the page's accents marks it. */
  readonly accent: 'query' | 'key' | 'value' | 'weight' | 'plain';
}

export const concepts = {
  query: {
    meaning: 'What a word is looking for.',
    tex: 'Q',
    macro: '\\Q',
    code: ['Q', 'WQ', 'query'],
    shape: '(n, dK)',
    accent: 'query',
  },
  key: {
    meaning: 'What a word can be found by.',
    tex: 'K',
    macro: '\\K',
    code: ['K', 'WK', 'key', 'keys'],
    shape: '(m, dK)',
    accent: 'key',
  },
  value: {
    meaning: 'What a word hands over once it has been found.',
    tex: 'V',
    macro: '\\V',
    code: ['V', 'WV', 'value', 'values'],
    shape: '(m, dV)',
    accent: 'value',
  },
  scores: {
    meaning: 'How well each query matches each key, before softmax.',
    tex: 'S',
    macro: '\\scores',
    code: ['scores', 'score'],
    shape: '(n, m)',
    accent: 'plain',
  },
  weights: {
    meaning: 'The scores after softmax: each row is positive and sums to 1.',
    tex: 'A',
    macro: '\\weights',
    code: ['weights', 'weight', 'softmax'],
    shape: '(n, m)',
    accent: 'weight',
  },
  output: {
    meaning: 'The values, blended by the attention weights.',
    tex: 'O',
    macro: '\\outputs',
    code: ['output'],
    shape: '(n, dV)',
    accent: 'plain',
  },
} as const satisfies Record<string, Concept>;
