/**
 * The packed encoder on disk: made once from the npm package, kept in a cache folder,
 * and read back by the build, the command line and the tests alike.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatVersion } from '../../lib/encoder/container.ts';
import { openMaps, openVectors, originalWeights } from '../../lib/encoder/index.ts';
import type { EncoderWeights, Vocabulary } from '../../lib/encoder/index.ts';
import type { PartName } from '../../lib/encoder/layout.ts';
import { pack } from '../../lib/encoder/pack.ts';
import { modelVersion, readModelSource, tensorsOf, vocabularyFrom } from './source.ts';
import type { ModelSource } from './source.ts';

/** One file of the packed model. The name carries the start of its checksum. */
export interface PackedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type PackedParts = Readonly<Record<PartName, PackedFile>>;

/** The packed model's folder and what is in it. */
export interface PackedModel {
  readonly folder: string;
  readonly parts: PackedParts;
}

/** The weights ready for `encode`, whole, and the vocabulary ready for `tokenize`. */
export interface LoadedEncoder {
  readonly weights: EncoderWeights;
  readonly vocabulary: Vocabulary;
}

export const licenseFile = 'LICENSE.txt';
const manifestFile = 'manifest.json';
const partNames: readonly PartName[] = ['maps', 'vectors'];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Makes sure that the packed model is on disk, and says where. Packs it when it is
 * missing, or when a file there is not what the manifest says.
 *
 * @param cache The cache folder, usually `.cache/encoder` in the project.
 * @param source Read from `node_modules` unless given, and only where it is to be packed.
 */
export function packedModel(cache: string, source?: ModelSource): PackedModel {
  const folder = join(cache, `${modelVersion()}-v${formatVersion}`);
  const parts = intactParts(folder) ?? writeParts(folder, source ?? readModelSource());
  return { folder, parts };
}

function intactParts(folder: string): PackedParts | undefined {
  try {
    const parts = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as PackedParts;
    readFileSync(join(folder, licenseFile));
    const intact = partNames.every(
      (name) => sha256(readFileSync(join(folder, parts[name].file))) === parts[name].sha256,
    );
    return intact ? parts : undefined;
  } catch {
    // Missing or unreadable: the caller packs anew.
    return undefined;
  }
}

function writeParts(folder: string, source: ModelSource): PackedParts {
  mkdirSync(dirname(folder), { recursive: true });
  // Written aside and moved into place whole, since a dev server, a build and tests may do this at once.
  const aside = mkdtempSync(`${folder}.`);
  const tensors = tensorsOf(source);
  const vocabulary = vocabularyFrom(source);
  const write = (name: PartName): PackedFile => {
    const bytes = pack(name, tensors, vocabulary);
    const sum = sha256(bytes);
    const file = `${name}.${sum.slice(0, 8)}.bin`;
    writeFileSync(join(aside, file), bytes);
    return { file, bytes: bytes.length, sha256: sum };
  };
  const parts = { maps: write('maps'), vectors: write('vectors') };
  writeFileSync(join(aside, licenseFile), source.license);
  writeFileSync(join(aside, manifestFile), JSON.stringify(parts, null, 2));
  replace(aside, folder);
  return parts;
}

function replace(aside: string, folder: string): void {
  try {
    renameSync(aside, folder);
  } catch {
    // Something stands there: another process was faster, and its bytes are the same, or they are spoilt.
    if (intactParts(folder)) rmSync(aside, { recursive: true, force: true });
    else {
      rmSync(folder, { recursive: true, force: true });
      renameSync(aside, folder);
    }
  }
}

/** Opens both parts, verified as a browser verifies them. */
export async function loadEncoder({ folder, parts }: PackedModel): Promise<LoadedEncoder> {
  const read = (name: PartName): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(readFileSync(join(folder, parts[name].file)));
  const { weights, vocabulary } = await openMaps(read('maps'), parts.maps);
  return { weights: await openVectors(read('vectors'), parts.vectors, weights), vocabulary };
}

/** The float32 weights that the packed ones were rounded from: for comparing the two. */
export function originalEncoder(source: ModelSource = readModelSource()): EncoderWeights {
  return originalWeights(tensorsOf(source));
}
