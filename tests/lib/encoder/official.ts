/** The official implementations that ours must agree with, run by TensorFlow.js on the CPU. */
import { createRequire } from 'node:module';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ModelSource } from '../../../src/encoder/source.ts';

// By require, so that all of them share one core.
const require = createRequire(import.meta.url);

export interface OfficialTokenizer {
  encode(text: string): number[];
}

export function officialTokenizer(pieces: ModelSource['pieces']): OfficialTokenizer {
  const { Tokenizer } = require('@tensorflow-models/universal-sentence-encoder/dist/tokenizer/index.js') as {
    Tokenizer: new (vocabulary: ModelSource['pieces']) => OfficialTokenizer;
  };
  return new Tokenizer(pieces);
}

export interface OfficialEncoding {
  /** `(4, n, n)` of each of the two layers. */
  readonly maps: readonly Float32Array[];
  readonly embedding: Float32Array;
}

/** The original graph, from token ids to what it computes on the way and at the end. */
export async function officialEncoder(
  source: ModelSource,
): Promise<(ids: readonly number[]) => Promise<OfficialEncoding>> {
  const tf = require('@tensorflow/tfjs-core') as typeof import('@tensorflow/tfjs-core');
  // Keeps its advertisement for another backend out of the test's output.
  tf.enableProdMode();
  require('@tensorflow/tfjs-backend-cpu');
  const { loadGraphModel } = require('@tensorflow/tfjs-converter') as typeof import('@tensorflow/tfjs-converter');
  const weightData = new Uint8Array(source.shards).buffer;
  const { modelTopology } = source.model as unknown as { modelTopology: object };
  const weightSpecs = source.model.weightsManifest[0]!.weights as never;
  const graph: GraphModel = await loadGraphModel({
    load: () => Promise.resolve({ modelTopology, weightSpecs, weightData }),
  });
  const stack = 'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack';
  const outputs = [0, 1].map(
    (layer) =>
      `${stack}/Layer_${layer}/TransformerLayer/MultiheadAttention/DotProductAttention/BaseDotProductAttention/attention_weights`,
  );
  outputs.push('module_apply_default/Encoder_en/hidden_layers/l2_normalize');

  return async (ids) => {
    const indices = tf.tensor2d(
      ids.map((_, position) => [0, position]),
      [ids.length, 2],
      'int32',
    );
    const values = tf.tensor1d([...ids], 'int32');
    const [first, second, embedding] = (await graph.executeAsync({ indices, values }, outputs)) as Tensor[];
    const numbers = (tensor: Tensor | undefined): Float32Array => tensor!.dataSync<'float32'>();
    return { maps: [numbers(first), numbers(second)], embedding: numbers(embedding) };
  };
}
