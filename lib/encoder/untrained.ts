import { seededNormal, seededRandom } from '../random.ts';
import { sizeOf } from '../tensor.ts';
import { assembleMaps, assembleVectors, embeddingCount, embeddingWidth, layout } from './layout.ts';
import type { Take } from './layout.ts';
import type { EncoderWeights } from './weights.ts';

/** Spreads seeds that are neighbours, so that row 1 of seed 1 is not row 0 of seed 2. */
function mix(seed: number, index: number): number {
  return (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
}

/** Uniform in ±√(6 / (inputs + outputs)) (Glorot & Bengio 2010, eq. 16). */
function glorot(inputs: number, outputs: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const limit = Math.sqrt(6 / (inputs + outputs));
  const data = new Float32Array(inputs * outputs);
  for (let i = 0; i < data.length; i++) data[i] = (2 * random() - 1) * limit;
  return data;
}

/**
 * The same encoder before any training: matrices Glorot-uniform, token vectors normal
 * with variance 1/width, gains 1, biases 0. It needs no download and no vocabulary:
 * any ids will do, and those of the trained model make its maps comparable.
 *
 * @param seed Any whole number. The same seed gives the same weights on every machine.
 */
export function untrainedWeights(seed: number): EncoderWeights {
  const plans = new Map(layout.map((plan, index) => [plan.name, { ...plan, index }]));
  const take: Take = (name) => {
    const { shape, index } = plans.get(name)!;
    const [inputs = 0, outputs] = shape;
    if (outputs !== undefined) return glorot(inputs, outputs, mix(seed, index));
    return new Float32Array(sizeOf(shape)).fill(name.endsWith('.gain') ? 1 : 0);
  };
  const embedding = {
    count: embeddingCount,
    width: embeddingWidth,
    row: (id: number) => {
      const normal = seededNormal(mix(seed, layout.length + id));
      return Float32Array.from({ length: embeddingWidth }, () => normal() / Math.sqrt(embeddingWidth));
    },
  };
  return assembleVectors(take, assembleMaps(take, embedding));
}
