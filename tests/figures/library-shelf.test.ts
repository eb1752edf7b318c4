import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ask,
  books,
  limit,
  pointInWords,
  questions,
  readoutOf,
  subjects,
  type Point,
} from '../../components/figures/library-shelf/compute.ts';
import { plainText } from '../../components/figure/phrase.ts';

const place: fc.Arbitrary<Point> = fc
  .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))
  .map(([x, y]) => [x / 10, y / 10]);
const text = (at: Point): string => plainText(readoutOf(ask(at)));

describe('the library', () => {
  it('has a hundred pages in every book, all on the subjects shown', () => {
    for (const { pages } of books) {
      expect(pages).toHaveLength(subjects.length);
      expect(pages.reduce((sum: number, count) => sum + count, 0)).toBe(100);
    }
  });

  it('asks from within the plane, every question from a place of its own', () => {
    for (const { at } of questions)
      for (const coordinate of at) expect(Math.abs(coordinate)).toBeLessThanOrEqual(limit);
    expect(new Set(questions.map(({ at }) => String(at))).size).toBe(questions.length);
  });

  it('answers no question with more or fewer pages on a subject than some book has', () => {
    fc.assert(
      fc.property(place, (at) => {
        const { answer } = ask(at);
        answer.forEach((count, subject) => {
          const counts = books.map(({ pages }) => pages[subject]!);
          expect(count).toBeGreaterThanOrEqual(Math.min(...counts) - 1e-4);
          expect(count).toBeLessThanOrEqual(Math.max(...counts) + 1e-4);
        });
      }),
    );
  });

  it('shares out exactly one answer, and gives it a hundred pages too', () => {
    fc.assert(
      fc.property(place, (at) => {
        const { answer, sum } = ask(at);
        expect(sum).toBeCloseTo(1, 5);
        expect(answer.reduce((total, count) => total + count, 0)).toBeCloseTo(100, 3);
      }),
    );
  });

  it('fits by the dot product, and shares out by softmax of the fits as they are', () => {
    const { books: shelf } = ask([-1, 0.5]);
    expect(shelf[0]!.fit).toBeCloseTo(1.6 + 0.75, 5);
    const powers = shelf.map(({ fit }) => Math.exp(fit));
    expect(shelf[0]!.weight).toBeCloseTo(powers[0]! / powers.reduce((sum, power) => sum + power, 0), 5);
  });

  it('reads out the two books it listens to most', () => {
    expect(text(questions[0]!.at)).toBe(
      'Orchards gives 0.65 of the answer, Rivers 0.29. Of 100 pages of the answer, 48 are on plants; the books have 0 to 64.',
    );
    // The best match may be the last book on the shelf.
    expect(text([1.8, 0.6])).toMatch(/^Kitchens gives 0\.58/);
  });

  it('gives the plain mean to a question that leans nowhere', () => {
    expect(text([0, 0])).toMatch(/^No book fits better than another: each gives 0\.17/);
  });

  it('says a place in words', () => {
    expect(
      [
        [-1.3, 0.7],
        [0, -2],
        [0, 0],
      ].map((at) => pointInWords(at as unknown as Point)),
    ).toEqual(['1.3 towards nature, 0.7 towards food', '2.0 towards technology', 'in the middle, towards nothing']);
  });
});
