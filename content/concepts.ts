/**
 * The ideas that run through every lesson, each declared once. Prose names one with
 * `<Term id>`, a formula with its `tex` macro, code by its identifier, a figure by
 * `data-concept`; the page lights all of them together. A term opens a card that lays the
 * three forms of its idea side by side.
 */
export interface Concept {
  /** What prose calls it. */
  readonly name: string;
  /** The plain form: what it is at the library. */
  readonly library: string;
  /** The line that makes it, as it stands in lib/. */
  readonly line: string;
  /** The identifiers it goes by in code. */
  readonly code: readonly string[];
  /** The symbol in formulas, and the macro that writes it there. */
  readonly tex: string;
  readonly macro: string;
  /** Its shape, for n queries, m keys and dK, dV features; empty for a single number. */
  readonly shape: string;
  /** Which of the page's accents marks it. */
  readonly accent: 'query' | 'key' | 'value' | 'weight' | 'plain';
}

export const concepts = {
  query: {
    name: 'Query',
    library: 'The question you walk in with.',
    line: 'const Q = splitHeads(project(X, WQ), heads);',
    code: ['Q', 'WQ', 'query'],
    tex: 'Q',
    macro: '\\Q',
    shape: '(n, dK)',
    accent: 'query',
  },
  key: {
    name: 'Key',
    library: 'The tags on a book, by which a question finds it.',
    line: 'const K = splitHeads(project(context, WK), heads);',
    code: ['K', 'WK', 'key', 'keys'],
    tex: 'K',
    macro: '\\K',
    shape: '(m, dK)',
    accent: 'key',
  },
  value: {
    name: 'Value',
    library: 'What is written inside a book.',
    line: 'const V = splitHeads(project(context, WV), heads);',
    code: ['V', 'WV', 'value', 'values'],
    tex: 'V',
    macro: '\\V',
    shape: '(m, dV)',
    accent: 'value',
  },
  scores: {
    name: 'Score',
    library: 'How well your question fits the tags of a book.',
    line: 'const scores = K.map((key) => dot(query, key) / Math.sqrt(query.length));',
    code: ['scores', 'score'],
    tex: 'S',
    macro: '\\scores',
    shape: '(n, m)',
    accent: 'plain',
  },
  width: {
    name: 'Length of a query or key',
    library: 'How many things a question asks about, and tags answer to.',
    line: 'const scale = options.scale ?? 1 / Math.sqrt(sizes.dK);',
    code: ['dK'],
    tex: 'd_K',
    macro: '\\dK',
    shape: '',
    accent: 'plain',
  },
  softmax: {
    name: 'Softmax',
    library: 'The rule that turns all the fits into shares of your time.',
    line: 'return powers.map((power) => power / total);',
    code: ['softmax'],
    tex: '\\operatorname{softmax}',
    macro: '\\softmax',
    shape: '(n, m)',
    accent: 'weight',
  },
  weights: {
    name: 'Attention weight',
    library: 'The share of your time that a book gets.',
    line: 'const weights = softmax(scores);',
    code: ['weights', 'weight'],
    tex: 'A',
    macro: '\\weights',
    shape: '(n, m)',
    accent: 'weight',
  },
  output: {
    name: 'Output',
    library: 'The answer you leave with, blended from all the books.',
    line: 'return mix(weights, V);',
    code: ['output'],
    tex: 'O',
    macro: '\\outputs',
    shape: '(n, dV)',
    accent: 'plain',
  },
  mask: {
    name: 'Mask',
    library: 'A rope across part of the shelf: those books you may not open.',
    line: 'mask[i]![j] ? score : -Infinity',
    code: ['mask'],
    tex: 'B',
    macro: '\\mask',
    shape: '(n, m)',
    accent: 'plain',
  },
  head: {
    name: 'Head',
    library: 'One of several readers, each with a question of their own.',
    line: 'const part = (h: number) => X.map((x) => x.slice(h * d, (h + 1) * d));',
    code: ['heads', 'head'],
    tex: 'h',
    macro: '\\heads',
    shape: '',
    accent: 'plain',
  },
  position: {
    name: 'Position',
    library: 'Where a book stands on the shelf, which its tags do not say.',
    line: 'signal[position * width + wave] = Math.sin(position * frequency);',
    code: ['position'],
    tex: 'p',
    macro: '\\place',
    shape: '',
    accent: 'plain',
  },
} as const satisfies Record<string, Concept>;
