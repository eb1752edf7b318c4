import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededNormal, seededRandom } from '../../../lib/random.ts';
import { fast } from '../../../lib/training/fast.ts';
import { filled } from '../../../lib/training/file.ts';
import { isHeldOut } from '../../../lib/training/heldOut.ts';
import { forms, topics, vocabulary, type Topic } from '../../../lib/training/sense/lexicon.ts';
import { measureSense } from '../../../lib/training/sense/measure.ts';
import { classesBy, trainProbe } from '../../../lib/training/sense/probe.ts';
import { batchOfSentences, drawSentences, length, mostBetween } from '../../../lib/training/sense/sentences.ts';
import { newSense } from '../../../lib/training/sense/study.ts';
import { trainedCards } from '../../../src/models.ts';

const drawn = drawSentences(4000, seededRandom(1));
const topicOf = (word: string): Topic | undefined =>
  (Object.keys(topics) as Topic[]).find((name) => topics[name].says.some((says) => says === word));

describe('Sentences with a form of two senses', () => {
  it('have one word for the sense that is meant, at its distance, and none for the other', () => {
    for (const { words, form, sense, between } of drawn) {
      const told = [...words.keys()].filter((at) => forms[form].some((topic) => topic === topicOf(words[at]!)));
      expect(told).toEqual([words.length - 2 - between]);
      expect(topicOf(words[told[0]!]!)).toBe(forms[form][sense]);
      expect(words.at(-1)).toBe(form);
    }
    expect(new Set(drawn.map(({ between }) => between)).size).toBe(mostBetween);
  });

  it('often have words nearer to the form that are about something else', () => {
    const misled = drawn.filter(({ words, between }) =>
      words.slice(words.length - 1 - between).some((word) => topicOf(word)),
    );
    expect(misled.length / drawn.length).toBeGreaterThan(0.4);
  });

  it('ask for what follows the form, which no sense of the form shares with the other', () => {
    for (const [first, second] of Object.values(forms))
      expect(topics[first].follows.filter((word) => topics[second].follows.some((other) => other === word))).toEqual(
        [],
      );
    const { tokens, targets } = batchOfSentences(drawn.slice(0, 50));
    for (const [s, { words, follows }] of drawn.slice(0, 50).entries()) {
      const own = [...tokens.subarray(s * length, (s + 1) * length)].map((token) => vocabulary[token]!);
      expect(own.slice(-words.length)).toEqual(words);
      expect(new Set(own.slice(0, -words.length)).size).toBeLessThanOrEqual(1);
      const asked = targets.subarray(s * length, (s + 1) * length);
      expect([...asked].filter((target) => target >= 0).map((target) => vocabulary[target])).toEqual([follows]);
      expect(asked.at(-1)).toBeGreaterThanOrEqual(0);
    }
  });

  it('never occur in training where they are kept out of it', () => {
    const trained = new Set(drawn.map(({ words }) => words.join(' ')));
    const kept = drawSentences(500, seededRandom(1), true);
    expect(kept.filter(({ words }) => trained.has(words.join(' ')))).toEqual([]);
    expect(kept.every(({ words }) => isHeldOut(words))).toBe(true);
  });
});

describe('A probe', () => {
  const normal = seededNormal(3);
  const cloud = (n: number) => ({ data: Float64Array.from({ length: 4 * n }, normal), shape: [n, 4] });
  const classOf = ({ data }: { readonly data: Float64Array }, row: number): number =>
    Number(2 * data[4 * row]! - data[4 * row + 3]! > 0.5);

  it('finds a straight cut, and holds on what it did not learn from', () => {
    const [learnt, asked] = [cloud(400), cloud(400)];
    const probe = trainProbe(
      learnt,
      Array.from({ length: 400 }, (_, row) => classOf(learnt, row)),
    );
    const right = [...classesBy(probe, asked)].filter((found, row) => found === classOf(asked, row)).length;
    expect(right / 400).toBeGreaterThan(0.95);
  });

  it('gives one class to rows that are all the same', () => {
    const same = { data: new Float64Array(40).fill(1), shape: [10, 4] };
    const probe = trainProbe(same, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    expect(new Set(classesBy(probe, same)).size).toBe(1);
  });
});

describe('The models', () => {
  const cards = trainedCards().senses;

  it('are five, from a seed each, measured on the same sentences', () => {
    expect(cards.map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(cards.map(({ heldOut }) => JSON.stringify(heldOut))).size).toBe(1);
    expect(new Set(cards.map(({ sha256 }) => sha256)).size).toBe(cards.length);
  });

  it.each(cards.map((card) => [card.seed, card] as const))(
    'do as well as their card says, to the last sentence: seed %i',
    (seed, card) => {
      const model = filled(newSense(seed), readFileSync(`content/models/sense-${seed}.bin`));
      const { right, byDistance, probes, shuffled, untrained, parameters } = card;
      expect(model.parameters.values.length).toBe(parameters);
      expect(measureSense(fast(), model, newSense(seed))).toEqual({ right, byDistance, probes, shuffled, untrained });
    },
  );
});
