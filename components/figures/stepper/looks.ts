import type { InputName, MatrixName } from '#lib/walkthrough/matrices.ts';

export const words = ['apple', 'is', 'delicious'] as const;

/** What the four numbers of a word stand for, and what queries, keys and values keep of them. */
const features = ['thing', 'link', 'trait', 'food'] as const;
const asked = ['thing', 'trait'] as const;
const carried = ['food', 'praise'] as const;

/** How a matrix is called, written and labelled. */
interface Looks {
  readonly name: string;
  /** What its caption says in words, where that is not its name. */
  readonly gloss?: string;
  readonly symbol: string;
  /** Set smaller and lower, behind the symbol. */
  readonly index?: string;
  readonly concept?: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Rows are queries and columns are keys. */
  readonly pairs?: true;
  /** The stage that has it. */
  readonly stage: number;
}

const table = (name: string, index: string, concept: string, columns: readonly string[]): Looks => ({
  ...{ name, symbol: 'W', index, concept, rows: features, columns, stage: 2 },
});
const vectors = (name: string, symbol: string, concept: string, columns: readonly string[]): Looks => ({
  ...{ name, symbol, concept, rows: words, columns, stage: 2 },
});
const pairs = { rows: words, columns: words, pairs: true } as const;

export const looks: Readonly<Record<MatrixName, Looks>> = {
  X: { name: 'words', gloss: 'one row per word', symbol: 'X', rows: words, columns: features, stage: 1 },
  WQ: table('query table', 'Q', 'query', asked),
  WK: table('key table', 'K', 'key', asked),
  WV: table('value table', 'V', 'value', carried),
  Q: vectors('queries', 'Q', 'query', asked),
  K: vectors('keys', 'K', 'key', asked),
  V: vectors('values', 'V', 'value', carried),
  scores: { name: 'scores', gloss: '', symbol: 'QKᵀ', concept: 'scores', ...pairs, stage: 3 },
  scaled: {
    ...{ name: 'scaled scores', gloss: '', symbol: 'QKᵀ ÷ √d', index: 'K', concept: 'scores' },
    ...pairs,
    stage: 4,
  },
  weights: { name: 'weights', gloss: 'rows add up to 1', symbol: 'A', concept: 'weights', ...pairs, stage: 5 },
  output: {
    ...{ name: 'output', gloss: 'blended', symbol: 'AV', concept: 'output' },
    ...{ rows: words, columns: carried, stage: 6 },
  },
};

export const isInput = (matrix: MatrixName): matrix is InputName => matrix === 'X' || matrix.startsWith('W');

/** `query table W_Q`, as a sentence writes it. */
export const written = (matrix: MatrixName): string => {
  const { name, symbol, index } = looks[matrix];
  return `${name} ${index ? `${symbol}_${index}` : symbol}`;
};
