import { describe, expect, it } from 'vitest';
import { loopsFor, median, predict, timeOf } from '../../../lib/complexity/measure.ts';

/** A clock that moves only when told to, seen in steps of whole milliseconds. */
function stopwatch(): { clock: () => number; pass: (ms: number) => void } {
  let now = 0;
  return { clock: () => Math.floor(now), pass: (ms) => (now += ms) };
}

describe('measuring with a clock that is passed in', () => {
  it('takes the middle of an odd number, the mean of the two in the middle of an even one', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([10, 9, 100])).toBe(10);
  });

  it('times a run that is far shorter than a step of the clock', () => {
    const { clock, pass } = stopwatch();
    const run = () => pass(0.1);
    const loops = loopsFor(run, clock, 20);
    expect(loops).toBe(256);
    expect(timeOf(run, clock, loops)).toBeCloseTo(0.1, 2);
  });

  it('runs a long one once', () => {
    const { clock, pass } = stopwatch();
    expect(loopsFor(() => pass(50), clock, 20)).toBe(1);
  });

  it('predicts by the last ratio, cautiously where it is small', () => {
    expect(predict([])).toBe(0);
    expect(predict([3])).toBe(12);
    expect(predict([1, 3, 12])).toBe(48);
    expect(predict([10, 11])).toBe(22);
  });
});
