import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fast } from '../../../lib/training/fast.ts';
import { readModel } from '../../../lib/training/file.ts';
import type { TaskCard } from '../../../lib/training/taskCard.ts';
import { recall, reverse } from '../../../lib/training/tasks.ts';
import { heldOut, measureTask, startTask } from '../../../lib/training/taskTraining.ts';
import { tasks } from '../../../src/cli/studies/tasks.ts';
import { trainedCards } from '../../../src/models.ts';

const math = fast();
const cards = trainedCards().tasks;
const nameOf = ({ task, layers, seed }: TaskCard): string => `tasks-${task}-${layers}-${seed}`;

describe('The cards of the tasks', () => {
  it('are there for every training of the study, all measured on the same sequences', () => {
    expect(cards.map(nameOf).toSorted()).toEqual(
      tasks(math)
        .map(({ name }) => name)
        .toSorted(),
    );
    for (const card of cards) expect(card.heldOut).toEqual(heldOut);
  });

  it.each(cards.map((card) => [nameOf(card), card] as const))(
    '%s has right what its weights have',
    (name, { task, layers, seed, right }) => {
      const training = startTask({ reverse, recall }[task], layers, seed);
      readModel(readFileSync(`content/models/${name}.bin`), training.model.parameters);
      expect(measureTask(math, training).accuracy).toBe(right);
    },
  );

  it('say when a task was learned as training it again does', () => {
    const again = tasks(math).find(({ name }) => name === 'tasks-reverse-1-2')!;
    const { parameters, card } = again.train(() => {});
    expect(parameters.values.length).toBeGreaterThan(1000);
    expect(card()).toMatchObject({ learnedAt: cards.find((each) => nameOf(each) === again.name)!.learnedAt });
  });

  it('hold that two layers learn to look up, from every seed, and one from none', () => {
    for (const { task, layers, learnedAt, right } of cards) {
      const isLearned = task === 'reverse' || layers === 2;
      expect(learnedAt !== null).toBe(isLearned);
      if (isLearned) expect(right).toBeGreaterThan(0.99);
      else expect(right).toBeLessThan(0.25);
    }
  });
});
