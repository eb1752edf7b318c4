/** What the chapter says of these sentences, measured on the model: prose and truth cannot drift apart. */
import { beforeAll, describe, expect, test } from 'vitest';
import { pairIds, pairs as byId, type PairId } from '../../components/figures/sense-from-context/figure.ts';
import {
  readPair,
  type PairReading,
  type Reading,
  type Senses,
} from '../../components/figures/sense-from-context/senses.ts';
import { wordSpaces } from '../../lib/encoder/index.ts';
import { loneWords } from '../../src/encoder/lone-words.ts';
import { int8, packed, vocabulary } from '../lib/encoder/models.ts';

const pairs = pairIds.map((id) => ({ id, ...byId[id] }));
let senses: Senses;
const readings = new Map<PairId, PairReading>();
const of = (id: PairId): PairReading => readings.get(id)!;
const nearest = ({ nearest }: Reading): string[] => nearest.map(({ word }) => word);
const weightOn = ({ words, weights }: Reading, word: string): number => weights[words.indexOf(word)]!;

beforeAll(() => {
  const encoder = { weights: int8, vocabulary };
  // The first time on a machine this encodes five thousand words.
  const { words, vectors } = loneWords(packed, encoder);
  senses = { ...encoder, ...wordSpaces(words, vectors, int8) };
  for (const pair of pairs) readings.set(pair.id, readPair(pair, senses));
}, 180_000);

describe('every pair', () => {
  test.each(pairs)('$id: the word goes in as one and the same token vector', ({ id }) => {
    expect(of(id).cosines.token).toBeCloseTo(1, 6);
  });

  test.each(pairs)('$id: the rows are attention weights and sum to 1', ({ id }) => {
    for (const { weights, words, at } of of(id).readings) {
      expect(weights).toHaveLength(words.length);
      expect(words[at]).toBe(pairs.find((pair) => pair.id === id)!.word);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
  });

  test.each(pairs)('$id: words nearer in the first sentence stand before the others', ({ id }) => {
    const sides = of(id).apart.map(({ cosines: [first, second] }) => (first >= second ? 1 : 2));
    expect(sides).toEqual(sides.toSorted());
  });
});

describe('every word is placed between two poles', () => {
  test.each(pairs)('$id: the words of each pole lie on its own side', ({ id }) => {
    const [first, second] = of(id).places.poles;
    for (const { place } of first) expect(place).toBeLessThan(0);
    for (const { place } of second) expect(place).toBeGreaterThan(0);
    const mean = (placed: typeof first): number => placed.reduce((sum, { place }) => sum + place, 0) / placed.length;
    expect([mean(first), mean(second)].map((value) => Math.round(value * 1000) / 1000)).toEqual([-1, 1]);
  });

  test('apple begins in the middle, and each sentence of its pair moves it to its pole', () => {
    const { alone, sentences } = of('apple').places;
    expect(Math.abs(alone)).toBeLessThan(0.1);
    expect(sentences[0]).toBeLessThan(-0.5);
    expect(sentences[1]).toBeGreaterThan(0.5);
  });

  test('bank begins at money; the river moves it most of the way to the middle, but not across', () => {
    const { alone, sentences } = of('bank').places;
    expect(alone).toBeLessThan(-1);
    expect(sentences[1]).toBeLessThan(0);
    expect(sentences[1]).toBeGreaterThan(alone / 2);
  });

  test('capital Apple stays at the gadgets', () => {
    const { alone, sentences } = of('capital-apple').places;
    for (const place of [alone, ...sentences]) expect(place).toBeGreaterThan(0.4);
  });

  test('it comes out at nearly one place', () => {
    const [tired, wide] = of('it').places.sentences;
    expect(Math.abs(tired - wide)).toBeLessThan(0.05);
  });
});

describe('apple is told apart', () => {
  test('before, it leans to the company', () => {
    expect(of('apple').before.map(({ word }) => word)).toEqual(['iPhone', 'iPod', 'iPad', 'Microsoft', 'Samsung']);
  });

  test('in the fruit sentence all five nearest words are food', () => {
    expect(nearest(of('apple').readings[0])).toEqual(['fruit', 'salad', 'banana', 'lemon', 'honey']);
  });

  test('in the company sentence all five nearest are gadgets and their makers', () => {
    expect(nearest(of('apple').readings[1])).toEqual(['iPhone', 'iPad', 'Android', 'Samsung', 'iPod']);
  });

  test('beside itself it looks most at banana, and at software', () => {
    for (const [index, word] of [
      [0, 'banana'],
      [1, 'software'],
    ] as const) {
      const { words, weights, at } = of('apple').readings[index]!;
      const others = weights.filter((_, key) => key !== at);
      expect(weightOn({ words, weights, at, nearest: [] }, word)).toBe(Math.max(...others));
    }
  });

  test('the two outputs have drifted apart', () => {
    expect(of('apple').cosines.output).toBeLessThan(0.65);
  });
});

describe('bank is told apart by half', () => {
  test('the bank with the money is near to lender and securities', () => {
    expect(nearest(of('bank').readings[0])).toEqual(expect.arrayContaining(['lender', 'securities', 'currency']));
    expect(of('bank').readings[0].nearest[0]!.cosine).toBeGreaterThan(0.4);
  });

  test('the bank of the river leaves those, and comes near to nothing', () => {
    const { apart, readings } = of('bank');
    expect(apart.find(({ word }) => word === 'lender')!.cosines[1]).toBeLessThan(0.25);
    expect(readings[1].nearest[0]!.cosine).toBeLessThan(0.3);
  });

  test('no word of water is among its nearest: they are institutions and their heads', () => {
    expect(nearest(of('bank').readings[1])).toEqual(['Senate', 'Chief', 'Chairman', 'Market', 'Club']);
  });

  test('and yet it does look at river and water', () => {
    const row = of('bank').readings[1];
    expect(weightOn(row, 'river')).toBeGreaterThan(0.1);
    expect(weightOn(row, 'water')).toBeGreaterThan(weightOn(row, 'and'));
  });
});

describe('capital Apple is not told apart', () => {
  test('the outputs are nearly one', () => {
    expect(of('capital-apple').cosines.output).toBeGreaterThan(0.93);
  });

  test('delicious or not, its nearest words are gadgets', () => {
    for (const reading of of('capital-apple').readings)
      expect(nearest(reading).toSorted()).toEqual(['Android', 'Samsung', 'iPad', 'iPhone', 'iPod']);
  });
});

describe('it is not resolved', () => {
  test('the outputs are nearly one', () => {
    expect(of('it').cosines.output).toBeGreaterThan(0.95);
  });

  test('no weight of the row changes by more than 0.07 from tired to wide', () => {
    const [tired, wide] = of('it').readings;
    for (const [key, weight] of tired.weights.entries())
      expect(Math.abs(weight - wide.weights[key]!)).toBeLessThan(0.07);
  });

  test('animal and street get the same weight, to 0.03, whichever is meant', () => {
    for (const reading of of('it').readings)
      expect(Math.abs(weightOn(reading, 'animal') - weightOn(reading, 'street'))).toBeLessThan(0.03);
  });
});
