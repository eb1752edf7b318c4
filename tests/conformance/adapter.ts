import {
  booleanMask,
  joinHeads,
  scaledDotProductAttention,
  softmaxRow,
  splitHeads,
  weightedSum,
  type AttentionOptions,
  type Attended,
  type Mask,
  type Stage,
} from '../../lib/attention/index.ts';
import { fastAttention } from '../../lib/kernels/fastAttention.ts';
import type { Kernel } from '../../lib/kernels/kernel.ts';
import { plainKernel } from '../../lib/kernels/plainKernel.ts';
import { wasmKernel } from '../../lib/kernels/wasm/wasmKernel.ts';
import { tensor, type Tensor } from '../../lib/tensor.ts';
import type { Case, Value } from './case.ts';
import { roundToHalf } from './float16.ts';

const stages: readonly Stage[] = ['scores', 'capped', 'masked', 'weights'];
const [float32, float16, float64] = [1, 10, 11];

const isHalf = (value: Value) => value.dtype === 'float16';
const halved = (x: Tensor): Tensor => ({ ...x, data: x.data.map(roundToHalf) });
const toTensor = (value: Value): Tensor => tensor(isHalf(value) ? value.data.map(roundToHalf) : value.data, value.dims);

function toMask(value: Value): Mask {
  return value.dtype === 'bool' ? booleanMask(value.data, value.dims) : toTensor(value);
}

interface Results extends Attended {
  readonly stage: Tensor;
}

type Attend = (Q: Tensor, K: Tensor, V: Tensor, options: AttentionOptions, returns: Stage) => Results;

function attend(Q: Tensor, K: Tensor, V: Tensor, options: AttentionOptions, returns: Stage): Results {
  const attended = scaledDotProductAttention(Q, K, V, { ...options, returns });
  const stage = (attended as Partial<Record<Stage, Tensor>>)[returns]!;
  return { ...attended, stage };
}

/**
 * The same with softmax in float16: masked scores and weights are rounded to it, row by row.
 * The library itself computes softmax in float64, which serves float32 too.
 */
function attendInHalf(Q: Tensor, K: Tensor, V: Tensor, options: AttentionOptions, returns: Stage): Results {
  const attended = attend(Q, K, V, options, returns);
  const masked = attend(Q, K, V, options, 'masked').stage;
  const [n, m] = masked.shape.slice(-2) as [number, number];
  const dV = V.shape.at(-1)!;
  const group = Q.shape.at(-3)! / K.shape.at(-3)!;
  for (let row = 0; row < masked.data.length / m; row++) {
    const scores = masked.data.subarray(row * m, (row + 1) * m).map(roundToHalf);
    const weights = softmaxRow(scores).map(roundToHalf);
    const keyHead = Math.floor(row / n / group);
    const values = attended.V.data.subarray(keyHead * m * dV, (keyHead + 1) * m * dV);
    attended.output.data.set(weightedSum(weights, values, scores), row * dV);
    if (returns === 'weights') attended.stage.data.set(weights, row * m);
  }
  return attended;
}

/** Output and weights of the fast version. Scores it never holds all at once: those are the readable one's. */
function attendFast(kernel: Kernel): Attend {
  return (Q, K, V, options, returns) => {
    const { weights, ...attended } = fastAttention(Q, K, V, { ...options, kernel, returns: 'weights' });
    return { ...attended, stage: returns === 'weights' ? weights : attend(Q, K, V, options, returns).stage };
  };
}

/** What a case can be run through, as the bench names them, for softmax in float32 or better and in float16. */
const implementations = {
  readable: () => ({ attend, attendInHalf }),
  kernel: () => {
    const kernel = wasmKernel();
    if (!kernel) throw new Error('this machine has no vectors in WebAssembly.');
    return { attend: attendFast(kernel), attendInHalf: attendFast(kernel) };
  },
  'blocked-ts': () => ({ attend: attendFast(plainKernel()), attendInHalf: attendFast(plainKernel()) }),
};
export type Implementation = keyof typeof implementations;
export const implementationNames = Object.keys(implementations) as readonly Implementation[];

/**
 * Runs one case of the ONNX Attention operator through the library.
 *
 * @returns Y, present_key, present_value and qk_matmul_output.
 * @throws Error when the case asks for what the operator does not have, or shapes disagree.
 */
export function runCase(
  { attributes, inputs }: Case,
  implementation: Implementation = 'readable',
): Record<string, Tensor> {
  const { Q, K, V, attn_mask, past_key, past_value, nonpad_kv_seqlen } = inputs;
  if (!Q || !K || !V) throw new Error('a case needs the inputs Q, K and V.');
  if (!past_key !== !past_value) throw new Error('past_key and past_value come together or not at all.');

  const rank3 = Q.dims.length === 3;
  const byHead = (value: Value, heads: number | undefined) => {
    if (!rank3) return toTensor(value);
    if (!heads) throw new Error('inputs of rank 3 need q_num_heads and kv_num_heads.');
    return splitHeads(toTensor(value), heads);
  };
  const { q_num_heads, kv_num_heads, softmax_precision = float32, qk_matmul_output_mode = 0 } = attributes;
  const returns = stages[qk_matmul_output_mode];
  if (!returns) throw new Error(`qk_matmul_output_mode ${qk_matmul_output_mode} is not one of 0 to 3.`);
  if (![float32, float16, float64].includes(softmax_precision))
    throw new Error(`softmax_precision ${softmax_precision} is not float32 (1), float16 (10) or float64 (11).`);

  const options: AttentionOptions = {
    scale: attributes.scale,
    softcap: attributes.softcap,
    causal: Boolean(attributes.is_causal),
    window: [attributes.left_window_size ?? -1, attributes.right_window_size ?? -1],
    mask: attn_mask && toMask(attn_mask),
    past: past_key && past_value && { K: toTensor(past_key), V: toTensor(past_value) },
    validLengths: nonpad_kv_seqlen?.data,
  };
  const heads = [byHead(Q, q_num_heads), byHead(K, kv_num_heads), byHead(V, kv_num_heads)] as const;
  const versions = implementations[implementation]();
  const run = softmax_precision === float16 ? versions.attendInHalf : versions.attend;
  const attended = run(...heads, options, returns);

  const results = {
    Y: rank3 ? joinHeads(attended.output) : attended.output,
    present_key: attended.K,
    present_value: attended.V,
    qk_matmul_output: attended.stage,
  };
  if (!isHalf(Q)) return results;
  return Object.fromEntries(Object.entries(results).map(([name, result]) => [name, halved(result)]));
}
