import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../lib/random.ts';
import { fast } from '../../../lib/training/fast.ts';
import { recall, reverse, type Batch, type Task } from '../../../lib/training/tasks.ts';
import { heldOut, measureTask, startTask, stepTask, taskRecipe } from '../../../lib/training/taskTraining.ts';
import { trainedChecksum } from './checksum.ts';

/** Tokens and targets, sequence by sequence. */
function sequences({ length }: Task, { tokens, targets }: Batch): { tokens: number[]; targets: number[] }[] {
  return Array.from({ length: tokens.length / length }, (_, at) => ({
    tokens: [...tokens.subarray(at * length, (at + 1) * length)],
    targets: [...targets.subarray(at * length, (at + 1) * length)],
  }));
}

describe('The task', () => {
  it('reverse asks at each place for the token that stands as far from the other end', () => {
    for (const { tokens, targets } of sequences(reverse, reverse.draw(3, seededRandom(1))))
      expect(targets).toEqual(tokens.toReversed());
  });

  it('recall asks for each of six keys once more, behind the pairs, and wants the value that stood behind it', () => {
    for (const { tokens, targets } of sequences(recall, recall.draw(50, seededRandom(1)))) {
      const [keys, values] = [0, 1].map((odd) => tokens.slice(0, 12).filter((_, at) => at % 2 === odd)) as [
        number[],
        number[],
      ];
      expect(new Set(keys.filter((key) => key < 8)).size).toBe(6);
      expect(new Set(values.filter((value) => value >= 8 && value < 16)).size).toBe(6);
      const asked = tokens.slice(12);
      expect(asked.toSorted()).toEqual(keys.toSorted());
      expect(targets.slice(0, 12).every((target) => target === -1)).toBe(true);
      expect(targets.slice(12)).toEqual(asked.map((key) => values[keys.indexOf(key)]));
    }
  });

  it.each([
    ['reverse', reverse],
    ['recall', recall],
  ] as const)('%s has no sequence in its trainings that it is measured on', (_, task) => {
    const drawn = (count: number, seed: number) =>
      sequences(task, task.draw(count, seededRandom(seed))).map(({ tokens }) => tokens.join(' '));
    const measured = new Set(drawn(heldOut.count, heldOut.seed));
    expect(measured.size).toBe(heldOut.count);
    for (const seed of [1, 2, 3])
      expect(drawn(300 * taskRecipe.batch, seed + 1000).filter((sequence) => measured.has(sequence))).toEqual([]);
  });
});

// Trainings: on a busy machine each takes its time.
describe('Learned', { timeout: 180_000 }, () => {
  const math = fast();

  it('twice from one seed are the same weights, bit for bit, and others from another', () => {
    const first = trainedChecksum(math, 5, 1);
    expect(trainedChecksum(fast(), 5, 1)).toBe(first);
    expect(trainedChecksum(math, 5, 2)).not.toBe(first);
  });

  const share = (task: Task, layers: number, steps: number, seed = 1): number => {
    const training = startTask(task, layers, seed);
    for (let step = 0; step < steps; step++) stepTask(math, training);
    return measureTask(math, training).accuracy;
  };

  it('is reverse, by one layer', () => expect(share(reverse, 1, 150)).toBeGreaterThan(0.99));
  it('is recall, by two layers', () => expect(share(recall, 2, 300)).toBeGreaterThan(0.99));
  it('is recall not, by one, in three times as many steps: it does no better than who knows the six values', () =>
    expect(share(recall, 1, 900)).toBeLessThan(0.2));
});
