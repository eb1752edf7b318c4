import { exact } from '#lib/training/exact.ts';
import { translate } from '#lib/training/translation/translate.ts';
import type { Translator } from '#lib/training/translation/translator.ts';

/** What two translators make of one sentence: row = written word (query), column = source word (key). */
export interface AlignmentReading {
  readonly source: readonly string[];
  /** What the one wrote that looks back. */
  readonly target: readonly string[];
  /** `weights[target][source]`: each row sums to 1. */
  readonly weights: readonly (readonly number[])[];
  /** What the one wrote that has one vector. */
  readonly fixed: readonly string[];
  /** How many numbers the one that looks back has learnt. */
  readonly parameters: number;
}

/**
 * Asks both translators: a few milliseconds, and so done where the page is.
 *
 * @throws Error with a sentence for the reader when nothing was written that could be drawn.
 */
export function readBy(looking: Translator, pressed: Translator, sentence: string): AlignmentReading {
  const source = sentence.split(' ');
  const { words, weights } = translate(exact, looking, source);
  if (words.length === 0) throw new Error('The translator wrote no word for this sentence.');
  return {
    source,
    target: words,
    weights: weights.map((row) => [...row]),
    fixed: translate(exact, pressed, source).words,
    parameters: looking.parameters.values.length,
  };
}
