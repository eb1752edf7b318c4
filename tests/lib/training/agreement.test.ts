import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../lib/random.ts';
import { agreementOf, type AgreementCard } from '../../../lib/training/agreement/card.ts';
import {
  agreementBatch,
  distanceGroup,
  distanceGroups,
  drawAgreements,
  measuredOn,
  measuredSentences,
  twoFronts,
} from '../../../lib/training/agreement/corpus.ts';
import { agreementKinds, agreementRecipe, agreementSizes } from '../../../lib/training/agreement/kinds.ts';
import { measureAgreement, rules, scoreRule } from '../../../lib/training/agreement/measure.ts';
import { learnRecurrent, recurrent } from '../../../lib/training/agreement/recurrent.ts';
import { sayAttention } from '../../../lib/training/agreement/say.ts';
import { furthest, longest } from '../../../lib/training/agreement/sentence.ts';
import { nouns, vocabulary } from '../../../lib/training/agreement/words.ts';
import { exact } from '../../../lib/training/exact.ts';
import { fast } from '../../../lib/training/fast.ts';
import { transformer } from '../../../lib/training/transformer.ts';
import { trainedCards } from '../../../src/models.ts';
import { finiteDifferences, relativeError } from './finiteDifferences.ts';

const cards = trainedCards().agreements;
const measured = measuredSentences();
const { steps, batch } = agreementRecipe;

describe('Sentences', () => {
  const drawn = drawAgreements(3000, seededRandom(3));

  it('have words that are known, each once in the list, and no more than the models have room for', () => {
    expect(new Set(vocabulary).size).toBe(vocabulary.length);
    expect(vocabulary.length).toBeGreaterThanOrEqual(60);
    const used = new Set(drawn.flatMap(({ words }) => words));
    expect([...used].filter((word) => !vocabulary.includes(word))).toEqual([]);
    expect(Math.max(...drawn.map(({ words }) => words.length))).toBe(longest);
    expect(Math.max(...drawn.map(({ distance }) => distance))).toBe(furthest);
  });

  it('name their subject and its number', () => {
    for (const { words, subject, many, distance } of drawn) {
      expect(nouns.map((pair) => pair[many])).toContain(words[subject]);
      expect(words.length - 1 - subject).toBe(distance);
    }
  });

  it('that are measured never occur in the training of any seed', () => {
    const kept = new Set(measured.map(({ words }) => words.join(' ')));
    expect(kept.size).toBe(measuredOn.each * distanceGroups.length);
    // Every sentence that the first seed was shown; all others pass the same gate.
    const shown = drawAgreements(steps * batch, seededRandom(1 + 1000));
    expect(shown.filter(({ words }) => kept.has(words.join(' ')))).toEqual([]);
  });

  it('are measured as many of each distance, and ask for the verb behind their last word', () => {
    distanceGroups.forEach((_, group) =>
      expect(measured.filter(({ distance }) => distanceGroup(distance) === group)).toHaveLength(measuredOn.each),
    );
    const { tokens, targets } = agreementBatch([{ words: ['the', 'keys'], many: 1 }]);
    expect([...tokens.slice(0, 3)].map((at) => vocabulary[at])).toEqual(['the', 'keys', '‹verb›']);
    expect([...targets.slice(0, 4)].map((at) => vocabulary[at])).toEqual([undefined, undefined, 'are', undefined]);
  });

  it('are not to be answered by a rule: neither the nearest noun nor the first is enough', () => {
    const beyond = (shares: readonly number[]): readonly number[] => shares.slice(1);
    for (const share of beyond(scoreRule(rules.nearest).byDistance)) expect(share).toBeLessThan(0.65);
    for (const share of beyond(scoreRule(rules.first).byDistance)) expect(share).toBeLessThan(0.85);
  });

  it('with two phrases in front are a form that training does not have', () => {
    const commas = (words: readonly string[]): number => words.filter((word) => word === ',').length;
    expect(Math.max(...drawn.map(({ words }) => commas(words)))).toBe(1);
    for (const { words } of twoFronts()) expect(commas(words)).toBe(2);
  });
});

describe('The models', () => {
  it('have as many numbers to learn, up to two in a hundred', () => {
    const attention = transformer(agreementSizes.attention, 1).parameters.values.length;
    const network = recurrent(agreementSizes.recurrent, 1).parameters.values.length;
    expect(Math.abs(attention / network - 1)).toBeLessThan(0.02);
  });

  it('look from the place of the verb at the words before it and at itself, and nowhere else', () => {
    const model = transformer(agreementSizes.attention, 1);
    const [sentence] = measured;
    const [said] = sayAttention(exact, model, [sentence!]);
    for (const row of said!.looks) {
      expect(row).toHaveLength(sentence!.words.length + 1);
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
  });

  it('have, where they are recurrent, the gradient that finite differences measure', () => {
    const model = recurrent({ vocabulary: 5, length: 4, d: 3 }, 5, new Float64Array(0));
    const [tokens, targets] = [
      [0, 1, 2, 3, 4, 0, 1, 1],
      [-1, -1, 2, -1, -1, -1, -1, 3],
    ];
    learnRecurrent(exact, model, tokens, targets);
    const { values, gradients } = model.parameters;
    const derived = gradients.slice();
    const measuredSlopes = finiteDifferences(values, () => learnRecurrent(exact, model, tokens, targets).loss);
    expect(relativeError(derived, measuredSlopes)).toBeLessThan(1e-6);
  });

  it('are measured, each kind from the same seeds, on the same sentences', () => {
    const seedsOf = (kind: string) => cards.filter((card) => card.kind === kind).map(({ seed }) => seed);
    for (const kind of agreementKinds) expect(seedsOf(kind)).toEqual([1, 2, 3, 4, 5]);
    expect(cards).toHaveLength(10);
    for (const card of cards) expect(card).toMatchObject({ ...agreementRecipe, heldOut: measuredOn });
    expect(new Set(cards.map(({ sha256 }) => sha256)).size).toBe(cards.length);
  });

  it.each(cards)('$kind, seed $seed, does as well as its card says, to the last verb', (card: AgreementCard) => {
    const say = agreementOf(fast(), card, readFileSync(`content/models/agreement-${card.kind}-${card.seed}.bin`));
    const { right, byDistance, byDistractors, twoFronts: odd, looks } = card;
    expect(measureAgreement(say)).toEqual({ right, byDistance, byDistractors, twoFronts: odd, looks });
  });
});
