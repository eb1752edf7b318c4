/**
 * The transformer of lib/training in TensorFlow.js, written as its functions are meant to be called, on WebAssembly
 * and one thread. Of TensorFlow.js only what is used here is typed, by hand: it is not installed where the
 * repository is checked.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { build } from 'vite';
import { seededRandom } from '../../lib/random.ts';
import type { Task } from '../../lib/training/tasks.ts';
import { startTask, taskRecipe } from '../../lib/training/taskTraining.ts';
import type { TensorFlowWasm } from './peers.ts';

type Shape = readonly number[];

interface Tf {
  dataSync(): Float32Array;
}

interface TensorFlow {
  env(): { set(flag: string, value: boolean): void };
  setBackend(name: string): Promise<boolean>;
  tensor(data: Float32Array | Int32Array, shape: Shape, type: 'float32' | 'int32'): Tf;
  variable(initial: Tf): Tf;
  tidy<T>(work: () => T): T;
  add(a: Tf, b: Tf | number): Tf;
  sub(a: Tf, b: Tf): Tf;
  mul(a: Tf, b: Tf | number): Tf;
  matMul(a: Tf, b: Tf, transposeA?: boolean, transposeB?: boolean): Tf;
  reshape(a: Tf, shape: Shape): Tf;
  softmax(a: Tf): Tf;
  relu(a: Tf): Tf;
  rsqrt(a: Tf): Tf;
  moments(a: Tf, axis: number, keepDims: boolean): { readonly mean: Tf; readonly variance: Tf };
  oneHot(indices: Tf, depth: number): Tf;
  readonly losses: { softmaxCrossEntropy(labels: Tf, logits: Tf, weights: Tf): Tf };
  readonly train: { adam(rate: number): { minimize(loss: () => Tf, returnCost: true): Tf } };
}

/** What the package that Node finds leaves out: the gradients. So they are bundled, from its modules. */
const entry = `
  import '@tensorflow/tfjs-core/dist/register_all_gradients';
  export * as tf from '@tensorflow/tfjs-core';
  export * as wasm from '@tensorflow/tfjs-backend-wasm';
`;

/** TensorFlow.js with its gradients, on one thread of WebAssembly. */
export async function tfjsWithGradients(folder: string): Promise<TensorFlow> {
  const entryFile = join(import.meta.dirname, 'tfjs-entry.js');
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entryFile : undefined),
        load: (id) => (id === entryFile ? entry : undefined),
      },
    ],
    build: {
      ssr: true,
      write: false,
      minify: false,
      rolldownOptions: { input: 'entry', output: { format: 'cjs', codeSplitting: false } },
    },
  });
  const [script] = [built].flat().flatMap((output) => ('output' in output ? output.output : []));
  if (script?.type !== 'chunk') throw new Error('The bundle of TensorFlow.js holds no script.');
  const file = join(folder, 'tfjs-with-gradients.cjs');
  writeFileSync(file, script.code);
  const { tf, wasm } = createRequire(import.meta.url)(file) as { tf: TensorFlow; wasm: TensorFlowWasm };

  const binaries = join(folder, '@tensorflow/tfjs-backend-wasm/dist') + sep;
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // Only the binary with SIMD is where it is looked for, so that any other would fail to start.
  wasm.setWasmPaths({
    'tfjs-backend-wasm-simd.wasm': `${binaries}tfjs-backend-wasm-simd.wasm`,
    'tfjs-backend-wasm.wasm': 'not-this-one.wasm',
    'tfjs-backend-wasm-threaded-simd.wasm': 'not-this-one.wasm',
  });
  wasm.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('tfjs-wasm does not start with its SIMD binary.');
  return tf;
}

/**
 * The training that `startTask` begins, with the same weights and the same batches.
 *
 * @returns One step; it hands back the loss.
 */
export function tfjsTraining(tf: TensorFlow, task: Task, layers: number, seed: number): () => number {
  const { d, batch, rate, heads } = taskRecipe;
  if ((heads as number) !== 1) throw new Error('Here it is written for one head.');
  const { length, vocabulary } = task;
  const rows = batch * length;
  const { of } = startTask(task, layers, seed).model.parameters;
  const variables = new Map(
    Object.entries(of).map(([name, { value }]) => [
      name,
      tf.variable(tf.tensor(value.data as Float32Array, value.shape, 'float32')),
    ]),
  );
  const get = (name: string): Tf => variables.get(name)!;
  const future = Float32Array.from({ length: length * length }, (_, at) =>
    at % length > Math.floor(at / length) ? -1e9 : 0,
  );
  const mask = task.causal ? tf.tensor(future, [1, length, length], 'float32') : undefined;
  const linear = (X: Tf, name: string): Tf => tf.add(tf.matMul(X, get(`${name}.W`)), get(`${name}.b`));
  const norm = (X: Tf, name: string): Tf => {
    const { mean, variance } = tf.moments(X, 1, true);
    const standard = tf.mul(tf.sub(X, mean), tf.rsqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(standard, get(`${name}.gain`)), get(`${name}.bias`));
  };
  const attention = (X: Tf, l: number): Tf => {
    const [Q, K, V] = ['toQ', 'toK', 'toV'].map((name) =>
      tf.reshape(linear(X, `${l}.${name}`), [batch, length, d]),
    ) as [Tf, Tf, Tf];
    const scores = tf.mul(tf.matMul(Q, K, false, true), 1 / Math.sqrt(d));
    const weights = tf.softmax(mask ? tf.add(scores, mask) : scores);
    return linear(tf.reshape(tf.matMul(weights, V), [rows, d]), `${l}.toO`);
  };
  const logits = (tokens: Int32Array): Tf => {
    // A product with ones and zeros: the way back of a lookup sums by segments, which this backend does not know.
    const looked = tf.matMul(tf.oneHot(tf.tensor(tokens, [rows], 'int32'), vocabulary), get('tokens'));
    let X = tf.reshape(tf.add(tf.reshape(looked, [batch, length, d]), get('positions')), [rows, d]);
    for (let l = 0; l < layers; l++) {
      X = tf.add(X, attention(norm(X, `${l}.before`), l));
      X = tf.add(X, linear(tf.relu(linear(norm(X, `${l}.between`), `${l}.first`)), `${l}.second`));
    }
    return linear(norm(X, 'last'), 'readout');
  };

  const optimizer = tf.train.adam(rate);
  const random = seededRandom(seed + 1000);
  return () => {
    const { tokens, targets } = task.draw(batch, random);
    return tf.tidy(() => {
      const right = tf.oneHot(
        tf.tensor(
          targets.map((target) => Math.max(target, 0)),
          [rows],
          'int32',
        ),
        vocabulary,
      );
      const asked = tf.tensor(
        Float32Array.from(targets, (target) => (target < 0 ? 0 : 1)),
        [rows],
        'float32',
      );
      const loss = () => tf.losses.softmaxCrossEntropy(right, logits(tokens), asked);
      return optimizer.minimize(loss, true).dataSync()[0]!;
    });
  };
}
