import { describe, expect, it } from 'vitest';
import { recurrence } from '../../../lib/baselines/recurrence.ts';
import { tensor } from '../../../lib/tensor.ts';
import { expectClose, normal, rows } from '../attention/arbitrary.ts';

describe('recurrence', () => {
  it('mixes each input with the state before it', () => {
    const states = recurrence(tensor([0.5, -1], [2, 1]), tensor([2], [1, 1]), tensor([3], [1, 1]));
    const first = Math.tanh(1);
    expectClose(states, tensor([first, Math.tanh(-2 + 3 * first)], [2, 1]), 1e-6);
  });

  it('takes up where an earlier run left off', () => {
    const [X, WX, WH] = [normal(1, 5, 3), normal(2, 3, 4), normal(3, 4, 4)];
    const whole = recurrence(X, WX, WH);
    const middle = tensor(rows(whole)[2]!, [4]);
    const rest = recurrence(tensor(X.data.slice(9), [2, 3]), WX, WH, middle);
    expect(rows(rest)).toEqual(rows(whole).slice(3));
  });

  it('carries an input to every later state and to no earlier one', () => {
    const X = normal(1, 5, 3);
    X.data[2 * 3] = NaN;
    const reached = rows(recurrence(X, normal(2, 3, 4), normal(3, 4, 4))).map((state) => state.some(Number.isNaN));
    expect(reached).toEqual([false, false, true, true, true]);
  });

  it('refuses shapes that do not fit, naming them', () => {
    expect(() => recurrence(normal(1, 2, 5, 3), normal(2, 3, 4), normal(3, 4, 4))).toThrow(/\(2, 5, 3\).*one sequence/);
    expect(() => recurrence(normal(1, 5, 3), normal(2, 2, 4), normal(3, 4, 4))).toThrow(/\(3\).*\(2, 4\)/);
    expect(() => recurrence(normal(1, 5, 3), normal(2, 3, 4), normal(3, 4, 4), normal(4, 3))).toThrow(/\(3\).*give 4/);
  });
});
