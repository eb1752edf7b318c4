import type { ComputedName, InputName, MatrixName } from '#lib/walkthrough/matrices.ts';
import { asked, carried, features, words } from './example.ts';

type Concept = 'query' | 'key' | 'value' | 'scores' | 'weights' | 'output';

/** How a matrix is written and labelled. */
export interface Looks {
  readonly symbol: string;
  /** Set smaller and lower, behind the symbol. */
  readonly index?: string;
  readonly gloss: string;
  readonly concept?: Concept;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Rows are queries and columns are keys. */
  readonly pairs?: true;
}

export const looks: Readonly<Record<MatrixName, Looks>> = {
  X: { symbol: 'X', gloss: 'one row a word', rows: words, columns: features },
  WQ: { symbol: 'W', index: 'Q', gloss: 'what to ask', concept: 'query', rows: features, columns: asked },
  WK: { symbol: 'W', index: 'K', gloss: 'what to offer', concept: 'key', rows: features, columns: asked },
  WV: { symbol: 'W', index: 'V', gloss: 'what to carry', concept: 'value', rows: features, columns: carried },
  Q: { symbol: 'Q', gloss: 'looks for', concept: 'query', rows: words, columns: asked },
  K: { symbol: 'K', gloss: 'offers', concept: 'key', rows: words, columns: asked },
  V: { symbol: 'V', gloss: 'hands over', concept: 'value', rows: words, columns: carried },
  scores: { symbol: 'QKᵀ', gloss: 'how well they match', concept: 'scores', rows: words, columns: words, pairs: true },
  scaled: { symbol: 'QKᵀ ÷ √d', index: 'K', gloss: '', concept: 'scores', rows: words, columns: words, pairs: true },
  weights: { symbol: 'A', gloss: 'rows sum to 1', concept: 'weights', rows: words, columns: words, pairs: true },
  output: { symbol: 'AV', gloss: 'blended', concept: 'output', rows: words, columns: carried },
};

export const isInput = (matrix: MatrixName): matrix is InputName => matrix === 'X' || matrix.startsWith('W');

export const isComputed = (matrix: MatrixName): matrix is ComputedName => !isInput(matrix);

/** `W_Q`, as a sentence writes it. */
export const written = (matrix: MatrixName): string => {
  const { symbol, index } = looks[matrix];
  return index === undefined ? symbol : `${symbol}_${index}`;
};
