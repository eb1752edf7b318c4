/**
 * Reads the weights of Universal Sentence Encoder Lite (Google, Apache-2.0; Cer et al.
 * 2018) as TensorFlow.js stores them: a manifest that lists tensors in order, and
 * shards whose bytes, laid end to end, are those tensors.
 */
import { sizeOf, showShape } from '../tensor.ts';
import { assembleMaps, assembleVectors, embeddingCount, embeddingWidth, layout } from './layout.ts';
import type { EncoderWeights } from './weights.ts';

/** The part of a TensorFlow.js `model.json` that is read here. */
export interface ModelJson {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[];
  }[];
}

const applied = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const stored = 'module/Encoder_en/KonaTransformer/Encode';

function originalNames(): Map<string, string> {
  const names = new Map([
    ['embedding', 'module/Embeddings_en'],
    ['sentence.kernel', 'module/Encoder_en/hidden_layers/tanh_layer_0/weights'],
    ['sentence.bias', 'module/Encoder_en/hidden_layers/tanh_layer_0/bias'],
    ['layers.0.residual.kernel', `${applied}/Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat`],
    ['layers.0.residual.bias', `${applied}/Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat`],
  ]);
  for (const index of [0, 1]) {
    const ours = `layers.${index}`;
    const theirs = `${applied}/Layer_${index}/TransformerLayer`;
    for (const [our, their] of [
      ['norm', 'layer_prepostprocess'],
      ['feedForward.norm', 'FFN/layer_prepostprocess'],
    ] as const) {
      const norm = `${theirs}/${their}/layer_norm`;
      names.set(`${ours}.${our}.gain`, `${norm}/layer_norm_scale/ConcatPartitions/concat`);
      names.set(`${ours}.${our}.bias`, `${norm}/layer_norm_bias/ConcatPartitions/concat`);
    }
    for (const [our, their] of [
      ['qkv', 'qkv_transform_single'],
      ['output', 'output_transform_single'],
    ] as const) {
      const tail = `Layer_${index}/TransformerLayer/MultiheadAttention/${their}`;
      names.set(`${ours}.${our}.kernel`, `${stored}/${tail}/kernel/part_0`);
      names.set(`${ours}.${our}.bias`, `${applied}/${tail}/bias/ConcatPartitions/concat`);
    }
    for (const [our, their] of [
      ['expand', 'conv1'],
      ['contract', 'conv2'],
    ] as const) {
      const tensordot = `${applied}/TransformerStack/Layer_${index}/TransformerLayer/FFN/${their}/Tensordot/Reshape_1`;
      names.set(`${ours}.feedForward.${our}.kernel`, tensordot);
      names.set(`${ours}.feedForward.${our}.bias`, `${theirs}/FFN/${their}/bias/ConcatPartitions/concat`);
    }
  }
  return names;
}

/**
 * Every tensor of the layout, by our name, as float32.
 *
 * @param model The parsed `model.json`.
 * @param bytes The shards laid end to end, in the order of `weightsManifest[0].paths`.
 * @throws RangeError when the bytes are too few, or a tensor is missing or has another shape.
 */
export function originalTensors(model: ModelJson, bytes: Uint8Array): Map<string, Float32Array> {
  const found = new Map<string, { shape: readonly number[]; start: number }>();
  let start = 0;
  for (const { name, shape } of model.weightsManifest[0]?.weights ?? []) {
    found.set(name, { shape, start });
    start += 4 * sizeOf(shape);
  }
  if (start !== bytes.length)
    throw new RangeError(
      `The model's manifest describes ${start} bytes of weights, but its shards hold ${bytes.length}.`,
    );

  const names = originalNames();
  return new Map(
    layout.map(({ name, shape }) => {
      const theirs = names.get(name);
      const entry = theirs === undefined ? undefined : found.get(theirs);
      // Kernels of one-by-one convolutions carry two leading axes of length 1.
      const squeezed = entry?.shape.filter((axis) => axis !== 1);
      if (!entry || String(squeezed) !== String(shape))
        throw new RangeError(
          `The model should hold ${theirs ?? name} with shape ${showShape(shape)}, but ${entry ? `its shape is ${showShape(entry.shape)}` : 'it is missing'}.`,
        );
      const end = entry.start + 4 * sizeOf(shape);
      return [name, new Float32Array(new Uint8Array(bytes.subarray(entry.start, end)).buffer)];
    }),
  );
}

/**
 * Float32 weights, whole, from the named tensors of the original.
 *
 * @param tensors As {@link originalTensors} gives them: each as many numbers as the layout's shape holds.
 * @throws RangeError when a tensor is missing, or holds another count of numbers.
 */
export function originalWeights(tensors: ReadonlyMap<string, Float32Array>): EncoderWeights {
  const take = (name: string): Float32Array => {
    const numbers = tensors.get(name);
    if (!numbers) throw new RangeError(`The tensor ${name} is missing.`);
    return numbers;
  };
  const table = take('embedding');
  const embedding = {
    count: embeddingCount,
    width: embeddingWidth,
    row: (id: number) => table.subarray(id * embeddingWidth, (id + 1) * embeddingWidth),
  };
  return assembleVectors(take, assembleMaps(take, embedding));
}
