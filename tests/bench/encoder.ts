import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode, openMaps, openVectors, originalWeights, tokenize, untrainedWeights } from '../../lib/encoder/index.ts';
import type { EncoderWeights } from '../../lib/encoder/index.ts';
import { fastMatmul } from '../../lib/kernels/fastMatmul.ts';
import { plainKernel } from '../../lib/kernels/plainKernel.ts';
import { matmul } from '../../lib/matmul.ts';
import { seededNormal } from '../../lib/random.ts';
import { tensor } from '../../lib/tensor.ts';
import type { Tensor } from '../../lib/tensor.ts';
import { packedModel } from '../../src/encoder/packed-model.ts';
import { readModelSource, tensorsOf } from '../../src/encoder/source.ts';
import { interleaved, report } from './measure.ts';

const source = readModelSource();
const { folder, parts } = packedModel(fileURLToPath(new URL('../../.cache/encoder', import.meta.url)), source);
const bytesOf = ({ file }: { file: string }): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join(folder, file)));
const mapsBytes = bytesOf(parts.maps);
const vectorsBytes = bytesOf(parts.vectors);

const { weights: int8Maps, vocabulary } = await openMaps(mapsBytes, parts.maps);
const int8 = await openVectors(vectorsBytes, parts.vectors, int8Maps);
const float32 = originalWeights(tensorsOf(source));
const withoutVectors = ({ embedding, layers }: EncoderWeights): EncoderWeights => ({
  embedding,
  layers: layers.map((layer, index) => (index === 1 ? { ...layer, after: undefined } : layer)),
});

const sentence = 'We sat on the bank of the river and watched the water';
const { ids } = tokenize(sentence, vocabulary);
const longText = Array.from({ length: 5_000 }, (_, i) => sentence.split(' ')[i % 12]).join(' ');
if (ids.length !== 12) throw new Error(`The bench is of 12 tokens, but its sentence has ${ids.length}.`);

console.log(`encoder on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}; warm medians`);
report(
  'forward pass, 12 tokens',
  await interleaved({
    'int8, maps only': () => encode(ids, int8Maps),
    'int8, full': () => encode(ids, int8),
    'float32, maps only': () => encode(ids, withoutVectors(float32)),
    'float32, full': () => encode(ids, float32),
  }),
);
const long = Array.from({ length: 128 }, (_, i) => ids[i % ids.length]!);
report(
  'forward pass, 128 tokens',
  await interleaved({ 'int8, maps only': () => encode(long, int8Maps), 'int8, full': () => encode(long, int8) }),
);
report(
  'before the first forward pass',
  await interleaved(
    {
      'verify and unpack, maps': () => openMaps(mapsBytes, parts.maps),
      'verify and unpack, vectors': () => openVectors(vectorsBytes, parts.vectors, int8Maps),
      'untrained weights from a seed': () => untrainedWeights(1),
    },
    { rounds: 9, warmup: 3 },
  ),
);
report(
  'tokenizer',
  await interleaved({ '5,000 words': () => tokenize(longText, vocabulary) }, { rounds: 9, warmup: 3 }),
);

const normal = seededNormal(1);
const random = (rows: number, columns: number): Tensor =>
  tensor(Float32Array.from({ length: rows * columns }, normal), [rows, columns]);
const products = [
  [256, 768],
  [512, 1536],
  [1536, 512],
].map(([k = 0, m = 0]) => [random(12, k), random(k, m)] as const);
const plain = plainKernel();
const times = await interleaved({
  kernel: () => products.map(([A, B]) => fastMatmul(A, B)),
  'blocked-ts': () => products.map(([A, B]) => fastMatmul(A, B, plain)),
  readable: () => products.map(([A, B]) => matmul(A, B)),
});
report('matrix products of the encoder’s shapes, 12 rows', times);
for (const name of ['kernel', 'blocked-ts'])
  console.log(
    `${(times['readable']! / times[name]!).toFixed(1).padStart(10)} ×   faster than the readable one: ${name}`,
  );
