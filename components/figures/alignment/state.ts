import { integer, optional, type Field } from '../../figure/state/fields.ts';

interface Words {
  readonly source: number;
  readonly target: number;
}

/** Of so many words: the target word, which is the query, and the source word, its key; counted from 1. A key left open is the one with the largest weight. */
export function stateOf({ source, target }: Words): {
  readonly query: Field<number>;
  readonly key: Field<number | undefined>;
} {
  return { query: integer(1, { from: 1, to: target }), key: optional(integer(1, { from: 1, to: source })) };
}

export const state = stateOf({ source: 7, target: 7 });
