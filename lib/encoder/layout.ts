/**
 * The tensors of the encoder by name and shape: the one list that the reader of the
 * original, the packer, the unpacker and the untrained twin all follow.
 * Architecture: Universal Sentence Encoder Lite (Cer et al. 2018, section 3.1), a
 * two-layer transformer encoder (Vaswani et al. 2017, section 3.1) that widens from
 * 256 to 512 in its first layer.
 */
import { tensor } from '../tensor.ts';
import type { AfterAttention, Dense, Embedding, EncoderWeights, LayerNormWeights } from './weights.ts';

/** `maps` holds all that both layers' attention weights need; `vectors` the rest. */
export type PartName = 'maps' | 'vectors';

export interface TensorPlan {
  readonly part: PartName;
  readonly name: string;
  readonly shape: readonly number[];
}

export const embeddingCount = 8002;
export const embeddingWidth = 256;
const width = 512;
const inner = 1536;
const heads = 4;

const norm = (part: PartName, name: string, size: number): TensorPlan[] => [
  { part, name: `${name}.gain`, shape: [size] },
  { part, name: `${name}.bias`, shape: [size] },
];
const dense = (part: PartName, name: string, inputs: number, outputs: number): TensorPlan[] => [
  { part, name: `${name}.kernel`, shape: [inputs, outputs] },
  { part, name: `${name}.bias`, shape: [outputs] },
];
const feedForward = (part: PartName, layer: string): TensorPlan[] => [
  ...norm(part, `${layer}.feedForward.norm`, width),
  ...dense(part, `${layer}.feedForward.expand`, width, inner),
  ...dense(part, `${layer}.feedForward.contract`, inner, width),
];

/** Every tensor, in the order in which files hold them. Layers count from 0. */
export const layout: readonly TensorPlan[] = [
  { part: 'maps', name: 'embedding', shape: [embeddingCount, embeddingWidth] },
  ...norm('maps', 'layers.0.norm', embeddingWidth),
  ...dense('maps', 'layers.0.qkv', embeddingWidth, 3 * embeddingWidth),
  ...dense('maps', 'layers.0.output', embeddingWidth, width),
  ...dense('maps', 'layers.0.residual', embeddingWidth, width),
  ...feedForward('maps', 'layers.0'),
  ...norm('maps', 'layers.1.norm', width),
  ...dense('maps', 'layers.1.qkv', width, 3 * width),
  ...dense('vectors', 'layers.1.output', width, width),
  ...feedForward('vectors', 'layers.1'),
  ...dense('vectors', 'sentence', width, width),
];

const shapes = new Map(layout.map(({ name, shape }) => [name, shape]));

/** Gives the numbers of a named tensor of the layout, row-major. */
export type Take = (name: string) => Float32Array;

function takeDense(take: Take, name: string): Dense {
  const shape = shapes.get(`${name}.kernel`) ?? [];
  return { kernel: tensor(take(`${name}.kernel`), shape), bias: take(`${name}.bias`) };
}

function takeNorm(take: Take, name: string): LayerNormWeights {
  return { gain: take(`${name}.gain`), bias: take(`${name}.bias`) };
}

function takeAfter(take: Take, layer: string, residual: boolean): AfterAttention {
  return {
    output: takeDense(take, `${layer}.output`),
    residual: residual ? takeDense(take, `${layer}.residual`) : undefined,
    norm: takeNorm(take, `${layer}.feedForward.norm`),
    expand: takeDense(take, `${layer}.feedForward.expand`),
    contract: takeDense(take, `${layer}.feedForward.contract`),
  };
}

/** Weights that stop at the second layer's attention, from the tensors of the `maps` part. */
export function assembleMaps(take: Take, embedding: Embedding): EncoderWeights {
  return {
    embedding,
    layers: [
      {
        heads,
        norm: takeNorm(take, 'layers.0.norm'),
        qkv: takeDense(take, 'layers.0.qkv'),
        after: takeAfter(take, 'layers.0', true),
      },
      { heads, norm: takeNorm(take, 'layers.1.norm'), qkv: takeDense(take, 'layers.1.qkv') },
    ],
  };
}

/** The same weights made whole with the tensors of the `vectors` part. */
export function assembleVectors(take: Take, maps: EncoderWeights): EncoderWeights {
  const layers = maps.layers.map((layer, index) =>
    index === 1 ? { ...layer, after: takeAfter(take, 'layers.1', false) } : layer,
  );
  return { ...maps, layers, sentence: takeDense(take, 'sentence') };
}
