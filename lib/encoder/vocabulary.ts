/** The pieces that a model knows, in the order of their ids, each with its log probability. */
export interface Vocabulary {
  readonly pieces: readonly string[];
  readonly scores: ArrayLike<number>;
  /** Id of each piece that may be found in text: those past the reserved ones. */
  readonly ids: ReadonlyMap<string, number>;
  /** The length of the longest piece, in code points. */
  readonly longest: number;
}

/** The id of a stretch of text that the model does not know. */
export const unknownId = 0;

/** Ids 0–5 are unknown, start, end and three spares: never matched in text. */
const reserved = 6;

/**
 * Indexes a list of pieces for look-up.
 *
 * @param pieces Pieces in the order of their ids; where one is listed twice the last counts, as in the original.
 * @param scores As many log probabilities, one for each piece.
 * @throws RangeError when the two lists differ in length.
 */
export function vocabularyOf(pieces: readonly string[], scores: ArrayLike<number>): Vocabulary {
  if (pieces.length !== scores.length)
    throw new RangeError(
      `A vocabulary of ${pieces.length} pieces needs as many scores, but ${scores.length} were given.`,
    );
  const ids = new Map<string, number>();
  let longest = 1;
  for (const [id, piece] of pieces.entries()) {
    if (id < reserved) continue;
    ids.set(piece, id);
    longest = Math.max(longest, Array.from(piece).length);
  }
  return { pieces, scores, ids, longest };
}
