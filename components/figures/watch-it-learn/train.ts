import { seededRandom } from '#lib/random.ts';
import { fast } from '#lib/training/fast.ts';
import { recall, reverse } from '#lib/training/tasks.ts';
import { heldOut, startTask, stepTask, type TaskTraining } from '#lib/training/taskTraining.ts';
import { read } from '#lib/training/transformer.ts';
import { nameOf, type Answer, type Ask } from './run.ts';

const math = fast();
const tasks = { reverse, recall };

/** The training that was carried on last, and how far it has come. */
let present: { readonly name: string; readonly training: TaskTraining; step: number } | undefined;

/** A training at a step: the one at hand where it stands there, else the same from the beginning, which comes to the same numbers. */
function trainingAt({ from, ...asked }: Ask): NonNullable<typeof present> {
  const name = nameOf(asked);
  if (present?.name === name && present.step === from) return present;
  present = { name, training: startTask(tasks[asked.task], asked.layers, asked.seed), step: 0 };
  for (; present.step < from; present.step++) stepTask(math, present.training);
  return present;
}

/** Goes so many steps, and looks at what the model makes of one sequence that no training draws. */
export function train(ask: Ask): Answer {
  const at = trainingAt(ask);
  const points = Array.from({ length: ask.steps }, () => {
    const { loss, accuracy } = stepTask(math, at.training);
    return { step: ++at.step, loss: rounded(loss), accuracy: rounded(accuracy) };
  });
  const { task, model } = at.training;
  const { tokens, targets } = task.draw(1, seededRandom(heldOut.seed));
  const { logits, attended } = read(math, model, tokens);
  return {
    step: at.step,
    points,
    tokens: [...tokens],
    targets: [...targets],
    says: largestOf(logits.data, model.sizes.vocabulary),
    maps: attended.map(({ weights }) => Array.from(weights.data, (weight) => Number(weight.toPrecision(3)))),
  };
}

/** As many decimals as the figure's record holds. */
const rounded = (value: number): number => Number(value.toFixed(4));

/** The place of the largest number of each row. */
function largestOf(data: ArrayLike<number>, width: number): number[] {
  return Array.from({ length: data.length / width }, (_, row) => {
    let best = 0;
    for (let at = 1; at < width; at++) if (data[row * width + at]! > data[row * width + best]!) best = at;
    return best;
  });
}
