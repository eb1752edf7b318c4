/**
 * Every whole word of the vocabulary encoded by itself: the words that a vector in a
 * sentence is compared with. Twenty seconds of arithmetic, so it is done once and kept
 * beside the packed model.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeAlone, wholeWords } from '../../lib/encoder/index.ts';
import type { WholeWord } from '../../lib/encoder/index.ts';
import { tensor } from '../../lib/tensor.ts';
import type { Tensor } from '../../lib/tensor.ts';
import type { LoadedEncoder, PackedModel } from './packed-model.ts';

export interface LoneWords {
  readonly words: readonly WholeWord[];
  /** `(words, 512)`: what leaves the second layer. */
  readonly vectors: Tensor;
}

const width = 512;
const keptFile = 'lone-words.f32';
/** How many words of a kept copy are computed anew, so that a copy by older code is noticed. */
const probes = 8;

/**
 * @param packed Says where to keep them; its folder carries the model's version.
 * @param encoder Opened from there.
 */
export function loneWords({ folder }: PackedModel, { weights, vocabulary }: LoadedEncoder): LoneWords {
  const words = wholeWords(vocabulary);
  const encode = (some: readonly WholeWord[]): Tensor =>
    encodeAlone(
      some.map(({ id }) => id),
      weights,
    );
  const file = join(folder, keptFile);
  const kept = read(file, words.length);
  if (kept && agrees(kept, words, encode)) return { words, vectors: kept };
  const vectors = encode(words);
  keep(file, vectors);
  return { words, vectors };
}

function read(file: string, count: number): Tensor | undefined {
  try {
    const { buffer, byteLength } = Uint8Array.from(readFileSync(file));
    return byteLength === count * width * Float32Array.BYTES_PER_ELEMENT
      ? tensor(new Float32Array(buffer), [count, width])
      : undefined;
  } catch {
    return undefined; // Not there yet.
  }
}

function agrees(
  { data }: Tensor,
  words: readonly WholeWord[],
  encode: (some: readonly WholeWord[]) => Tensor,
): boolean {
  const indices = Array.from({ length: probes }, (_, probe) => Math.floor((probe * (words.length - 1)) / (probes - 1)));
  const anew = encode(indices.map((index) => words[index]!)).data;
  return anew.every((value, at) => value === data[indices[Math.floor(at / width)]! * width + (at % width)]);
}

function keep(file: string, { data }: Tensor): void {
  // Written aside and moved into place whole, since a build and tests may do this at once.
  const aside = `${file}.${process.pid}`;
  try {
    writeFileSync(aside, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    renameSync(aside, file);
  } catch {
    rmSync(aside, { force: true }); // A folder that cannot be written costs time, not truth.
  }
}
