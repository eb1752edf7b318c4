import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import { encode, tokenize } from '../../lib/encoder/index.ts';
import { loadEncoder, packedModel } from '../../src/encoder/packed-model.ts';

/** What `content/heads.ts` says of each head, measured. */
const sentences = [
  'I went to the bank to deposit money',
  'We sat on the bank of the river and watched the water',
  'My favorite fruit is the apple, then the banana',
  'Apple released a new product',
  'The cat sat on the mat because it was tired',
  'She poured the coffee into the cup and drank it slowly',
  'The old man who lives near the sea tells long stories',
  'Scientists discovered a new planet beyond our solar system',
  'He closed the door because the wind was cold',
];
const small = new Set(
  'i we she he it the a an to of on in into and is was who our my because near beyond then . ,'.split(' '),
);

interface Habit {
  self: number;
  previous: number;
  next: number;
  /** Weight on the few tokens before: one to three back. */
  back: number;
  smallWords: number;
  /** Mean distance of what is looked at. */
  distance: number;
  entropy: number;
}

const habits: Habit[][] = [];

beforeAll(async () => {
  const encoder = await loadEncoder(packedModel(resolve('.cache/encoder')));
  const rows: Habit[][][] = [0, 1].map(() => [[], [], [], []]);
  for (const sentence of sentences) {
    const { pieces, ids } = tokenize(sentence, encoder.vocabulary);
    const n = ids.length;
    const isSmall = pieces.map((piece) => small.has(piece.replace('▁', '').toLowerCase()));
    encode(ids, encoder.weights).layers.forEach(({ weights }, layer) =>
      weights.forEach((map, head) => {
        // The first three and the last query lack the neighbours that are measured.
        for (let i = 3; i < n - 1; i++) {
          const row = map.subarray(i * n, (i + 1) * n);
          const sum = (of: (j: number) => number): number =>
            row.reduce((total, weight, j) => total + weight * of(j), 0);
          rows[layer]![head]!.push({
            self: row[i]!,
            previous: row[i - 1]!,
            next: row[i + 1]!,
            back: row[i - 1]! + row[i - 2]! + row[i - 3]!,
            smallWords: sum((j) => (isSmall[j] ? 1 : 0)),
            distance: sum((j) => Math.abs(i - j)),
            entropy:
              -row.reduce((total, weight) => total + (weight > 0 ? weight * Math.log(weight) : 0), 0) / Math.log(n),
          });
        }
      }),
    );
  }
  for (const layer of rows)
    habits.push(
      layer.map((list) => {
        const mean = (name: keyof Habit): number => list.reduce((total, habit) => total + habit[name], 0) / list.length;
        return {
          self: mean('self'),
          previous: mean('previous'),
          next: mean('next'),
          back: mean('back'),
          smallWords: mean('smallWords'),
          distance: mean('distance'),
          entropy: mean('entropy'),
        };
      }),
    );
});

describe('what heads.ts says of the heads', () => {
  const habit = (layer: number, head: number): Habit => habits[layer - 1]![head - 1]!;
  const others = (layer: number, head: number): Habit[] => habits[layer - 1]!.filter((_, index) => index !== head - 1);

  it('layer 1, head 1 looks back, over the few tokens before', () => {
    expect(habit(1, 1).back).toBeGreaterThan(0.5);
  });
  it('layer 1, head 2 looks mostly at the word itself and some at the next one', () => {
    expect(habit(1, 2).self).toBeGreaterThan(0.5);
    expect(habit(1, 2).next).toBeGreaterThan(habit(1, 2).previous);
  });
  it('layer 1, head 3 looks at the next token and at itself', () => {
    expect(habit(1, 3).next + habit(1, 3).self).toBeGreaterThan(0.7);
    expect(habit(1, 3).next).toBeGreaterThan(0.3);
  });
  it('layer 1, head 4 looks at itself and at the token before', () => {
    expect(habit(1, 4).self + habit(1, 4).previous).toBeGreaterThan(0.8);
    expect(habit(1, 4).previous).toBeGreaterThan(0.2);
  });
  it('layer 2, head 1 is broad, with most weight on small words', () => {
    expect(habit(2, 1).entropy).toBeGreaterThan(0.7);
    expect(habit(2, 1).smallWords).toBeGreaterThan(0.5);
  });
  it('layer 2, head 2 passes small words over', () => {
    expect(habit(2, 2).smallWords).toBeLessThan(0.35);
    for (const other of others(2, 2)) expect(habit(2, 2).smallWords).toBeLessThan(other.smallWords);
  });
  it('layer 2, head 3 looks at other words rather than itself, and far', () => {
    expect(habit(2, 3).self).toBeLessThan(0.1);
    for (const other of others(2, 3)) expect(habit(2, 3).distance).toBeGreaterThan(other.distance);
  });
  it('layer 2, head 4 is the most diffuse', () => {
    for (const other of others(2, 4)) expect(habit(2, 4).entropy).toBeGreaterThan(other.entropy);
  });
});
