/**
 * What else computes attention in a browser without a graphics card. Of each peer only what is
 * used here is typed, by hand: it is not installed where the repository is checked.
 */
import { transpose } from '../../lib/transpose.ts';
import type { Answer, Implementation, Offer, Work } from './attention-cases.ts';
import { attentionGraphs, causalMask } from './onnx.ts';

export interface OnnxRuntime {
  readonly env: { logLevel?: string; readonly wasm: { numThreads?: number } };
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => object;
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: { executionProviders: string[] },
    ): Promise<{
      run(inputs: Readonly<Record<string, object>>): Promise<Readonly<Record<string, { readonly data: Float32Array }>>>;
      release(): Promise<void>;
    }>;
  };
}

interface TfTensor {
  dataSync(): Float32Array;
}

export interface TensorFlow {
  env(): { set(flag: string, value: boolean): void };
  setBackend(name: string): Promise<boolean>;
  tensor(data: Float32Array, shape: readonly number[], type: 'float32'): TfTensor;
  tidy(work: () => void): void;
  add(a: TfTensor, b: TfTensor): TfTensor;
  mul(a: TfTensor, b: number): TfTensor;
  matMul(a: TfTensor, b: TfTensor, transposeA?: boolean, transposeB?: boolean): TfTensor;
  transpose(a: TfTensor): TfTensor;
  softmax(a: TfTensor): TfTensor;
  dispose(tensors: TfTensor): void;
}

export interface TensorFlowWasm {
  setWasmPaths(paths: Readonly<Record<string, string>>): void;
  setThreadsCount(threads: number): void;
  getThreadsCount(): number;
}

/** The part of an array that is one head's. */
function headOf(data: Float32Array, head: number, { heads }: Work): Float32Array {
  const size = data.length / heads;
  return data.subarray(head * size, (head + 1) * size);
}

/** K as (heads, d, n). */
function transposed(work: Work): Float32Array {
  const { K, n, d, heads } = work;
  const data = new Float32Array(K.data.length);
  for (let head = 0; head < heads; head++)
    headOf(data, head, work).set(transpose({ data: headOf(K.data, head, work), shape: [n, d] }).data);
  return data;
}

/** Every graph of `onnx.ts`, on one thread. */
export function onnxRuntimeWeb(ort: OnnxRuntime): Offer {
  ort.env.wasm.numThreads = 1;
  // What fails is said here; the runtime's own account of it would stand between the lines.
  ort.env.logLevel = 'fatal';
  return (work) =>
    attentionGraphs(work).map(({ name, shape, transposedKeys, model }): Implementation => ({
      name: `onnxruntime-web (${name})`,
      prepare: async () => {
        const session = await ort.InferenceSession.create(model(), { executionProviders: ['wasm'] });
        const { Q, V, n, d } = work;
        const K = transposedKeys ? transposed(work) : work.K.data;
        const keysShape = transposedKeys ? [...shape.slice(0, -2), d, n] : shape;
        return {
          run: async () => {
            const { output, weights } = await session.run({
              Q: new ort.Tensor('float32', Q.data, shape),
              K: new ort.Tensor('float32', K, keysShape),
              V: new ort.Tensor('float32', V.data, shape),
            });
            return { output: output!.data, weights: weights?.data };
          },
          release: () => session.release(),
        };
      },
    }));
}

/**
 * TensorFlow.js on WebAssembly, on one thread: as its functions are meant to be called; and,
 * faster, around the two cases that it has no fast product for, a transposed matrix and several
 * heads at once.
 */
export async function tfjsWasm(tf: TensorFlow, wasm: TensorFlowWasm, folder: string): Promise<Offer> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  // Only the binary with SIMD is where it is looked for, so that any other would fail to start.
  const binaries = ['tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-threaded-simd.wasm'];
  wasm.setWasmPaths(
    Object.fromEntries(binaries.map((name, index) => [name, index === 0 ? folder + name : 'not-this-one.wasm'])),
  );
  wasm.setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('tfjs-wasm does not start with its SIMD binary.');
  if (wasm.getThreadsCount() !== 1) throw new Error(`tfjs-wasm runs on ${wasm.getThreadsCount()} threads, not on one.`);

  return (work) => {
    const { n, d, heads, Q, K, V, causal, weights } = work;
    const scale = 1 / Math.sqrt(d);
    // What a tidy hands back is searched for tensors, each number of each array: nothing is handed back.
    const tidy = (form: () => Answer): Answer => {
      let answer: Answer | undefined;
      tf.tidy(() => void (answer = form()));
      return answer!;
    };
    const attend = (
      queries: TfTensor,
      keys: TfTensor,
      keysLieOnTheirSide: boolean,
      values: TfTensor,
      mask?: TfTensor,
    ): Answer => {
      const scores = tf.matMul(tf.mul(queries, scale), keys, false, !keysLieOnTheirSide);
      const map = tf.softmax(mask ? tf.add(scores, mask) : scores);
      return { output: tf.matMul(map, values).dataSync(), weights: weights ? map.dataSync() : undefined };
    };
    const whole = (mask?: TfTensor): Answer => {
      const [queries, keys, values] = [Q, K, V].map(({ data, shape }) => tf.tensor(data, shape, 'float32')) as [
        TfTensor,
        TfTensor,
        TfTensor,
      ];
      return attend(queries, keys, false, values, mask);
    };
    const headByHead = (mask?: TfTensor): Answer => {
      const output = new Float32Array(heads * n * d);
      const map = weights ? new Float32Array(heads * n * n) : undefined;
      for (let head = 0; head < heads; head++) {
        const one = tidy(() => {
          const [queries, keys, values] = [Q, K, V].map(({ data }) =>
            tf.tensor(headOf(data, head, work), [n, d], 'float32'),
          ) as [TfTensor, TfTensor, TfTensor];
          return attend(queries, tf.transpose(keys), true, values, mask);
        });
        if (heads === 1) return one;
        headOf(output, head, work).set(one.output);
        if (map) headOf(map, head, work).set(one.weights!);
      }
      return { output, weights: map };
    };
    const implementation = (name: string, form: (mask?: TfTensor) => Answer): Implementation => ({
      name,
      prepare: () => {
        const mask = causal ? tf.tensor(causalMask(n), [n, n], 'float32') : undefined;
        return { run: () => tidy(() => form(mask)), release: () => mask && tf.dispose(mask) };
      },
    });
    return [
      implementation('tfjs-wasm', whole),
      implementation('tfjs-wasm (transposed keys, head by head)', headByHead),
    ];
  };
}
