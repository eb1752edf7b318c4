import { distanceGroups } from '#lib/training/agreement/corpus.ts';
import { furthest } from '#lib/training/agreement/sentence.ts';
import { answers } from '#lib/training/agreement/words.ts';
import type { State } from '../../figure/state/fields.ts';
import { placeOf, sentenceOf } from './pieces.ts';
import type { AgreementReading } from './reading.ts';
import type { state } from './state.ts';

/** The distances of each group, in words. */
export const groups = distanceGroups.map((from, at) => {
  const to = (distanceGroups[at + 1] ?? furthest + 1) - 1;
  return from === to ? String(from) : `${from}–${to}`;
});

function piecesOf({ front, noun, number, filling }: State<typeof state>): [number, number, number, number] {
  return [Number(front), Number(noun), Number(number), Number(filling)];
}

/** A word that the sentence has no room for gives way to the last. */
export function fit(chosen: State<typeof state>): State<typeof state> {
  return { ...chosen, word: Math.min(chosen.word, sentenceOf(...piecesOf(chosen)).length) };
}

export function compute(chosen: State<typeof state>, reading: AgreementReading) {
  const pieces = piecesOf(chosen);
  const { heldOut, says, looks } = reading.sentences[placeOf(...pieces)]!;
  const words = sentenceOf(...pieces);
  const verb = answers[pieces[2]]!;
  const said = (probabilities: readonly number[]) => {
    const at = probabilities[0]! > probabilities[1]! ? 0 : 1;
    return { verb: answers[at], probability: probabilities[at]!, isRight: answers[at] === verb };
  };
  return {
    ...reading,
    group: chosen.group,
    cell: [chosen.layer, chosen.word] as const,
    words,
    keys: [...words, 'verb'],
    heldOut,
    attention: said(says.attention),
    recurrent: said(says.recurrent),
    weights: looks.flat(),
  };
}

export type Shown = ReturnType<typeof compute>;
