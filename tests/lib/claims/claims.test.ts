import { describe, expect, it } from 'vitest';
import { agrees, claims } from '../../../lib/claims/index.ts';
import { trainedCards } from '../../../src/models.ts';
import { float32, int8, vocabulary } from '../encoder/models.ts';

describe('the claims of the notebook', () => {
  it('have each a name of its own, fit for an address', () => {
    const ids = claims.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  });

  it('say why theory expects what it expects, and name the seed of what is random', () => {
    expect(claims.filter(({ theory }) => theory.because.length < 20)).toEqual([]);
    expect(claims.filter(({ badge, seed }) => (badge === 'seeded random') !== (seed !== undefined))).toEqual([]);
  });

  it.each(claims.map((claim) => [claim.id, claim] as const))('%s holds', (_id, { measure, theory }) => {
    const value = measure({ weights: int8, vocabulary, original: float32, ...trainedCards() });
    expect(agrees(value, theory), `it came to ${value}`).toBe(true);
  });
});

describe('agreeing with theory', () => {
  const because = 'it is so';
  it('is being within the tolerance, on the right side of a bound, and never not a number', () => {
    expect([0.9, 1.1, 1.2, NaN].map((value) => agrees(value, { equals: 1, within: 0.15, because }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([0.9, 1, NaN].map((value) => agrees(value, { atLeast: 1, because }))).toEqual([false, true, false]);
    expect([1, 1.1, NaN].map((value) => agrees(value, { atMost: 1, because }))).toEqual([true, false, false]);
  });
});
