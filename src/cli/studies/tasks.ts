import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { recall, reverse } from '../../../lib/training/tasks.ts';
import { heldOut, measureTask, startTask, stepTask, taskRecipe } from '../../../lib/training/taskTraining.ts';
import { seeds, type Run } from './study.ts';

const trainings = [
  { name: 'reverse', task: reverse, layers: 1, steps: 150 },
  { name: 'recall', task: recall, layers: 1, steps: 900 },
  { name: 'recall', task: recall, layers: 2, steps: 900 },
] as const;

/** The share of right answers of which a task counts as learned. */
const learned = 0.99;

/** What the page lets its readers train, from several seeds. */
export function tasks(math: Arithmetic): Run[] {
  return seeds.flatMap((seed) =>
    trainings.map(({ name, task, layers, steps }) => ({
      name: `tasks-${name}-${layers}-${seed}`,
      steps,
      train(onStep) {
        const training = startTask(task, layers, seed);
        let learnedAt: number | null = null;
        for (let step = 1; step <= steps; step++) {
          const { loss, accuracy } = stepTask(math, training);
          if (accuracy >= learned) learnedAt ??= step;
          onStep(step, loss);
        }
        return {
          parameters: training.model.parameters,
          card: () => ({
            model: 'tasks',
            task: name,
            layers,
            seed,
            steps,
            learnedAt,
            ...taskRecipe,
            heldOut,
            right: measureTask(math, training).accuracy,
          }),
        };
      },
    })),
  );
}
