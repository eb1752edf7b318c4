import type { TaskCard } from '../training/taskCard.ts';
import type { Claim, Model, Theory } from './claim.ts';
import { seedsOf, sharesOf } from './trained.ts';

const of = ({ tasks }: Model, task: TaskCard['task'], layers: number): readonly TaskCard[] =>
  tasks.filter((card) => card.task === task && card.layers === layers);

/** The steps after which a task was learned, by seed; endless where it was not. */
const learned = (model: Model, task: TaskCard['task'], layers: number): readonly number[] =>
  of(model, task, layers).map(({ learnedAt }) => learnedAt ?? Infinity);

const steps = (id: string, says: string, theory: Theory, measure: (model: Model) => number): Claim => ({
  id: `tasks-${id}`,
  says,
  badge: 'trained',
  theory,
  decimals: 0,
  measure,
});

const near: Theory = {
  atMost: 300,
  because: 'Each place needs one other place, always the same one, and the positions alone say which.',
};
const jump: Theory = {
  atMost: 900,
  because:
    'One layer can bring each value the key before it, and the next can look for that key. How long it takes until both are found is left to be measured.',
};
const alone = 1 / 6;

/** How soon the tasks of the page are learned, as the cards have it; a test trains one again, and measures the weights of all. */
export const taskClaims: readonly Claim[] = [
  steps(
    'reverse-first',
    'the steps until one layer reverses a sequence, for the seed that was soonest',
    near,
    (model) => Math.min(...learned(model, 'reverse', 1)),
  ),
  steps('reverse-last', 'the same for the seed that took longest', near, (model) =>
    Math.max(...learned(model, 'reverse', 1)),
  ),
  steps('recall-first', 'the steps until two layers look up values, for the seed that was soonest', jump, (model) =>
    Math.min(...learned(model, 'recall', 2)),
  ),
  steps('recall-last', 'the same for the seed that took longest', jump, (model) =>
    Math.max(...learned(model, 'recall', 2)),
  ),
  seedsOf('tasks', 'how many seeds each of these was trained from', (model) => of(model, 'recall', 2)),
  steps(
    'budget',
    'the steps that one layer was trained for to look up values',
    { atLeast: 900, because: 'It is at least as long as two layers were given, so that it is not for want of steps.' },
    (model) => Math.min(...of(model, 'recall', 1).map((card) => card.steps)),
  ),
  sharesOf('tasks')(
    'recall-one-layer',
    'the share of values that one layer has right after that, on sequences kept out of training: the seed that did best',
    {
      equals: alone,
      within: 0.05,
      because:
        'One layer can find the same key, but its value stands at another place, which does not say whose value it is. What is left is to guess among the six values of the sequence.',
    },
    (model) => Math.max(...of(model, 'recall', 1).map(({ right }) => right)),
  ),
];
