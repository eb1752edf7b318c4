import { cpus } from 'node:os';
import type { Arithmetic } from '../../lib/training/arithmetic.ts';
import { exact } from '../../lib/training/exact.ts';
import { fast } from '../../lib/training/fast.ts';
import { recall, reverse, type Task } from '../../lib/training/tasks.ts';
import { measureTask, startTask, stepTask, taskRecipe } from '../../lib/training/taskTraining.ts';
import { interleaved } from './measure.ts';
import { peersFolder } from './peers-node.ts';
import { tfjsTraining, tfjsWithGradients } from './tfjs-training.ts';

/** The two that the notebook shows, the depth that learns it, and the seconds that it is to take. */
const trainings = [
  { name: 'reverse', task: reverse, layers: 1, seconds: 2 },
  { name: 'recall', task: recall, layers: 2, seconds: 5 },
] as const;
const seeds = [1, 2, 3, 4, 5];
/** The share of held-out answers that counts as learned, and when it is given up. */
const [right, mostSteps] = [0.99, 1000];
/** How many times as many steps a second as tfjs-wasm. */
const leastRatio = 4;
/** Both add up in float32, in orders of their own: for so many steps, losses are so near. */
const [sameFor, sameTo] = [20, 1e-3];

/** What others do on the machine at the same time is no part of it. */
const processorMs = (): number => process.cpuUsage().user / 1000;

const goal = (reached: boolean, text: string): void =>
  console.log(`${(reached ? 'reached' : 'missed').padEnd(14)}${text}`);

/** Times steps of training, ours and those of tfjs-wasm on the same model, and how soon the tasks are learned. */
export async function trainingBench(): Promise<void> {
  const math = fast();
  const folder = peersFolder();
  const tf = folder && (await tfjsWithGradients(folder));
  if (!tf) console.log('tfjs-wasm is not installed: `npm ci --prefix tests/bench` brings it.');
  console.log(
    `training on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}; ${taskRecipe.batch} sequences a step`,
  );

  for (const { name, task, layers, seconds } of trainings) {
    const [quick, readable] = [startTask(task, layers, 1), startTask(task, layers, 1)];
    const theirs = tf && tfjsTraining(tf, task, layers, 1);
    if (theirs)
      for (let step = 0; step < sameFor; step++) {
        const [a, b] = [stepTask(math, quick).loss, theirs()];
        if (!(Math.abs(a - b) < sameTo)) throw new Error(`They are not one model: after ${step} steps, ${a} and ${b}.`);
      }
    const times = await interleaved(
      {
        fast: () => stepTask(math, quick),
        readable: () => stepTask(exact, readable),
        ...(theirs && { 'tfjs-wasm': theirs }),
      },
      { clock: processorMs },
    );
    console.log(`\n${name}, ${layers} ${layers === 1 ? 'layer' : 'layers'}, steps a second of the processor`);
    for (const [way, time] of Object.entries(times)) console.log(`${(1000 / time).toFixed(0).padStart(10)}  ${way}`);
    const ratio = times['tfjs-wasm']! / times['fast']!;
    if (theirs) goal(ratio >= leastRatio, `≥ ${leastRatio} × tfjs-wasm: ${ratio.toFixed(1)} ×`);

    const learned = seeds.map((seed) => timeToLearn(math, task, layers, seed));
    const slowest = Math.max(...learned);
    goal(
      slowest <= seconds,
      `≤ ${seconds} s of the processor to ${100 * right} %: ${learned.map((time) => time.toFixed(1)).join(', ')} s for seeds ${seeds.join(', ')}`,
    );
  }
}

/** Seconds that the steps take until so many held-out answers are right; what measuring takes is no part of it. */
function timeToLearn(math: Arithmetic, task: Task, layers: number, seed: number): number {
  const training = startTask(task, layers, seed);
  let spent = 0;
  do {
    const start = processorMs();
    for (let step = 0; step < 25; step++) stepTask(math, training);
    spent += processorMs() - start;
    if (training.momenta.steps >= mostSteps) return Infinity;
  } while (measureTask(math, training).accuracy < right);
  return spent / 1000;
}
