import { describe, expect, it } from 'vitest';
import { centreRows } from '../../../lib/analysis/centreRows.ts';
import { mapDistance } from '../../../lib/analysis/mapDistance.ts';
import { neededScores } from '../../../lib/analysis/neededScores.ts';
import { softmax } from '../../../lib/attention/softmax.ts';
import { tensor } from '../../../lib/tensor.ts';

describe('centreRows(scores)', () => {
  it('takes the mean off each row on its own', () => {
    expect([...centreRows(tensor([1, 2, 3, 10, 10, 40], [2, 3])).data]).toEqual([-1, 0, 1, -10, -10, 20]);
  });

  it('does not change the weights', () => {
    const scores = tensor([0.3, 2, -1, 5, 5, 7], [2, 3]);
    const [before, after] = [softmax(scores).data, softmax(centreRows(scores)).data];
    before.forEach((weight, index) => expect(after[index]).toBeCloseTo(weight, 6));
  });
});

describe('neededScores(weights)', () => {
  it('gives scores that softmax turns into these weights', () => {
    const weights = tensor([0.7, 0.2, 0.1, 0.25, 0.5, 0.25], [2, 3]);
    softmax(neededScores(weights)).data.forEach((weight, index) => expect(weight).toBeCloseTo(weights.data[index]!, 6));
  });

  it('are ln 5 apart where one weight is five times the other', () => {
    const [high, low] = neededScores(tensor([5 / 6, 1 / 6], [1, 2])).data;
    expect(high! - low!).toBeCloseTo(Math.log(5), 6);
  });

  it('do not exist for a weight of 0', () => {
    expect(() => neededScores(tensor([1, 0], [1, 2]))).toThrow('no finite score');
  });
});

describe('mapDistance(a, b, m)', () => {
  it('names the query and the key where two maps differ most', () => {
    const found = mapDistance([0.5, 0.25, 0.25, 0.75, 0, 0.25], [0.5, 0.25, 0.25, 0, 0.5, 0.5], 3);
    expect(found).toMatchObject({ query: 1, key: 0 });
    expect(found.by).toBe(0.75);
  });

  it('is 0 between a map and itself', () => {
    expect(mapDistance([0.5, 0.5], [0.5, 0.5], 2).by).toBe(0);
  });

  it('refuses maps of different sizes', () => {
    expect(() => mapDistance([1], [0.5, 0.5], 2)).toThrow('same rows');
  });
});
