/** The trained model as tests use it: packed once into the same cache as the site's. */
import { fileURLToPath } from 'node:url';
import type { EncoderWeights } from '../../../lib/encoder/index.ts';
import { loadEncoder, originalEncoder, packedModel } from '../../../src/encoder/packed-model.ts';
import { readModelSource } from '../../../src/encoder/source.ts';

export const source = readModelSource();
export const packed = packedModel(fileURLToPath(new URL('../../../.cache/encoder', import.meta.url)), source);
export const { weights: int8, vocabulary } = await loadEncoder(packed);

export function float32(): EncoderWeights {
  return originalEncoder(source);
}
