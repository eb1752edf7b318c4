import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permuteMap, unpermuteMap } from '../../lib/analysis/index.ts';
import { encode, tokenize, wordOrder } from '../../lib/encoder/index.ts';
import { largestDifference } from '../../lib/largestDifference.ts';
import { permute, shuffledOrder } from '../../lib/permute.ts';
import { int8, vocabulary } from './encoder/models.ts';
import { sentences } from './encoder/sentences.ts';

describe('shuffledOrder(n, seed)', () => {
  it('names every place once, and moves something', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.nat(), (n, seed) => {
        const order = shuffledOrder(n, seed);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, index) => index));
        expect(order.some((from, to) => from !== to)).toBe(true);
      }),
    );
  });
  it('is the same for the same seed, and another for another', () => {
    expect(shuffledOrder(8, 1)).toEqual(shuffledOrder(8, 1));
    expect(shuffledOrder(8, 1)).not.toEqual(shuffledOrder(8, 2));
  });
  it('lets every thing come to every position, its own too', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed++) shuffledOrder(4, seed).forEach((from, to) => seen.add(`${from} ${to}`));
    expect(seen.size).toBe(16);
  });
  it('leaves one thing or none where they are', () => {
    expect(shuffledOrder(1, 5)).toEqual([0]);
    expect(shuffledOrder(0, 5)).toEqual([]);
  });
});

describe('permute(things, order)', () => {
  it('puts at each position what stood where the order says', () => {
    expect(permute(['a', 'b', 'c'], [2, 0, 1])).toEqual(['c', 'a', 'b']);
  });
  it('refuses an order that names a position twice or too many', () => {
    expect(() => permute(['a', 'b'], [0, 0])).toThrow('The order 0, 0 must name each of the 2 positions');
    expect(() => permute(['a', 'b'], [0, 1, 2])).toThrow('must name each');
  });
});

describe('permuteMap(map, order) and unpermuteMap(map, order)', () => {
  it('move rows and columns alike', () => {
    const map = Float32Array.of(0, 1, 2, 10, 11, 12, 20, 21, 22);
    expect([...permuteMap(map, [2, 0, 1])]).toEqual([22, 20, 21, 2, 0, 1, 12, 10, 11]);
  });
  it('undo each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), (n, seed) => {
        const map = Float32Array.from({ length: n * n }, (_, cell) => cell);
        const order = shuffledOrder(n, seed);
        expect(unpermuteMap(permuteMap(map, order), order)).toEqual(map);
      }),
    );
  });
  it('refuse a map of another size', () => {
    expect(() => unpermuteMap(new Float32Array(4), [0, 1, 2])).toThrow(
      'An order of 3 tokens needs a map of 9 weights, but it has 4',
    );
  });
});

describe('wordOrder(pieces, seed)', () => {
  const pieces = ['▁The', '▁ma', 't', '▁was', '▁new'];
  it('shuffles words and keeps each whole', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const shuffled = permute(pieces, wordOrder(pieces, seed));
      expect(shuffled.toSorted()).toEqual(pieces.toSorted());
      expect(shuffled[shuffled.indexOf('▁ma') + 1]).toBe('t');
      expect(shuffled).not.toEqual(pieces);
    }
  });
  it('shuffles pieces where there are no words', () => {
    const order = wordOrder(['▁注', '意', '力'], 1);
    expect(order.toSorted()).toEqual([0, 1, 2]);
    expect(order).not.toEqual([0, 1, 2]);
  });
});

describe('largestDifference(a, b)', () => {
  it('says how far apart and where', () => {
    expect(largestDifference([1, 5, 2], [1, 2, 2.5])).toEqual({ size: 3, index: 1 });
    expect(largestDifference([1, 2], [4, 0])).toEqual({ size: 3, index: 0 });
    expect(largestDifference([1], [1])).toEqual({ size: 0, index: 0 });
  });
  it('refuses lists of different lengths', () => {
    expect(() => largestDifference([1], [1, 2])).toThrow('1 and 2 numbers');
  });
});

describe('the encoder, its words shuffled', () => {
  const gap = (ids: readonly number[], order: readonly number[], positions: boolean): number => {
    const written = encode(ids, int8, { positions });
    const shuffled = encode(permute(ids, order), int8, { positions });
    const gaps = written.layers.flatMap(({ weights }, layer) =>
      weights.map(
        (map, head) => largestDifference(map, unpermuteMap(shuffled.layers[layer]!.weights[head]!, order)).size,
      ),
    );
    return Math.max(...gaps);
  };

  it('without positions computes the same maps, moved, whatever the order', () => {
    const anyOrder = fc.record({ sentence: fc.constantFrom(...sentences.slice(0, 4)), seed: fc.nat() });
    fc.assert(
      fc.property(anyOrder, ({ sentence, seed }) => {
        const { ids } = tokenize(sentence, vocabulary);
        expect(gap(ids, shuffledOrder(ids.length, seed), false)).toBeLessThan(1e-5);
      }),
      { numRuns: 12 },
    );
  });

  it('with positions computes other maps', () => {
    const { ids } = tokenize(sentences[0], vocabulary);
    expect(gap(ids, shuffledOrder(ids.length, 1), true)).toBeGreaterThan(0.1);
  });
});
