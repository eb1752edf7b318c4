import { bytesOf, formatVersion, magic, preludeLength, storedLength } from './container.ts';
import type { Header, StoredTensor, StoredType } from './container.ts';
import { assembleMaps, assembleVectors, embeddingCount, embeddingWidth, layout } from './layout.ts';
import type { PartName, Take } from './layout.ts';
import { restoreColumns, restoreRow } from '../quantise.ts';
import { sha256 } from './sha256.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { EncoderWeights } from './weights.ts';

/** What a file is expected to be, from a manifest that came another way. */
export interface ExpectedPart {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A file that is not the model it should be. Its message says what is wrong and what to do. */
export class PackedModelError extends Error {
  override readonly name = 'PackedModelError';
}

/**
 * Opens the first part: enough for every attention map of both layers.
 *
 * @param bytes The file. @param expected What the manifest says of it.
 * @throws PackedModelError when the file is truncated, altered, of another version or no such file.
 * @throws Error where the browser withholds Web Crypto, as it does on pages that are not served securely.
 */
export async function openMaps(
  bytes: Uint8Array<ArrayBuffer>,
  expected: ExpectedPart,
): Promise<{ weights: EncoderWeights; vocabulary: Vocabulary }> {
  const read = await openPart(bytes, 'maps', expected);
  const table = {
    values: read('embedding', 'int8') as Int8Array,
    scales: read('embedding.scales', 'float32') as Float32Array,
  };
  const embedding = { count: embeddingCount, width: embeddingWidth, row: (id: number) => restoreRow(table, id) };
  const pieces = new TextDecoder().decode(read('vocabulary.pieces', 'utf8') as Uint8Array).split('\n');
  const vocabulary = vocabularyOf(pieces, read('vocabulary.scores', 'float64') as Float64Array);
  return { weights: assembleMaps(taking(read), embedding), vocabulary };
}

/**
 * Makes the weights of {@link openMaps} whole with the second part: every layer's output
 * vectors and the sentence embedding become available.
 *
 * @param bytes The file. @param expected What the manifest says of it. @param maps As {@link openMaps} gave them.
 * @throws PackedModelError as {@link openMaps} does.
 * @throws Error as {@link openMaps} does.
 */
export async function openVectors(
  bytes: Uint8Array<ArrayBuffer>,
  expected: ExpectedPart,
  maps: EncoderWeights,
): Promise<EncoderWeights> {
  return assembleVectors(taking(await openPart(bytes, 'vectors', expected)), maps);
}

type Numbers = Int8Array | Float32Array | Float64Array | Uint8Array;
type Read = (name: string, type: StoredType) => Numbers;

function taking(read: Read): Take {
  const matrices = new Set(layout.filter(({ shape }) => shape.length === 2).map(({ name }) => name));
  return (name) => {
    if (!matrices.has(name)) return read(name, 'float32') as Float32Array;
    const values = read(name, 'int8') as Int8Array;
    return restoreColumns({ values, scales: read(`${name}.scales`, 'float32') as Float32Array });
  };
}

async function openPart(bytes: Uint8Array<ArrayBuffer>, part: PartName, expected: ExpectedPart): Promise<Read> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new TextDecoder().decode(bytes.subarray(0, magic.length));
  if (found !== magic)
    throw refusal(
      part,
      `does not start with the letters ${magic}, so it is some other file. Check the address it was loaded from.`,
    );
  if (bytes.length !== expected.bytes)
    throw refusal(part, `should be ${expected.bytes} bytes long, but ${bytes.length} arrived. Load it again.`);
  const version = view.getUint32(4, true);
  if (version !== formatVersion)
    throw refusal(
      part,
      `is of version ${version}, but this page reads version ${formatVersion}. Reload the page so that both are new.`,
    );
  const sum = await sha256(bytes);
  if (sum !== expected.sha256)
    throw refusal(
      part,
      `does not match its checksum (${sum.slice(0, 8)} in place of ${expected.sha256.slice(0, 8)}): a byte has changed on the way. Load it again.`,
    );

  const dataStart = preludeLength + view.getUint32(8, true);
  const header = parseHeader(bytes.subarray(preludeLength, dataStart), part);
  const stored = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));
  const plans = new Map(layout.map(({ name, shape }) => [name, shape]));
  return (name, type) => {
    const tensor = stored.get(name);
    const shape = plans.get(name);
    if (!tensor || tensor.type !== type || (shape && String(shape) !== String(tensor.shape)))
      throw refusal(part, `holds no tensor ${name} of the expected type and shape. Build the site again.`);
    return numbersOf(bytes, dataStart, tensor, part);
  };
}

function parseHeader(json: Uint8Array, part: PartName): Header {
  let header: Header | undefined;
  try {
    header = JSON.parse(new TextDecoder().decode(json)) as Header;
  } catch {
    // Told below, together with a header that is JSON but says something else.
  }
  if (header?.part !== part || !Array.isArray(header.tensors))
    throw refusal(part, `has a header that does not describe that part. Build the site again.`);
  return header;
}

function numbersOf(bytes: Uint8Array, dataStart: number, tensor: StoredTensor, part: PartName): Numbers {
  const start = dataStart + tensor.offset;
  const end = start + storedLength(tensor);
  if (!(tensor.offset >= 0 && end <= bytes.length && tensor.offset % bytesOf[tensor.type] === 0))
    throw refusal(part, `ends before its tensor ${tensor.name} does. Build the site again.`);
  // A copy, since a view needs an alignment that the caller's buffer may not have.
  const { buffer } = new Uint8Array(bytes.subarray(start, end));
  if (tensor.type === 'int8') return new Int8Array(buffer);
  if (tensor.type === 'float32') return new Float32Array(buffer);
  if (tensor.type === 'float64') return new Float64Array(buffer);
  return new Uint8Array(buffer);
}

function refusal(part: PartName, fault: string): PackedModelError {
  return new PackedModelError(`The model's ${part} file ${fault}`);
}
