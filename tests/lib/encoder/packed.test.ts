import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode, openMaps, openVectors, PackedModelError, tokenize } from '../../../lib/encoder/index.ts';
import type { ExpectedPart } from '../../../lib/encoder/index.ts';
import { pack } from '../../../lib/encoder/pack.ts';
import { quantise, restoreColumns, restoreRow } from '../../../lib/quantise.ts';
import { tensorsOf, vocabularyFrom } from '../../../src/encoder/source.ts';
import { int8, packed, source, vocabulary } from './models.ts';
import { sentences } from './sentences.ts';

const read = (file: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(join(packed.folder, file)));
const maps = read(packed.parts.maps.file);
const vectors = read(packed.parts.vectors.file);
const altered = (change: (bytes: Uint8Array<ArrayBuffer>) => void): Uint8Array<ArrayBuffer> => {
  const copy = maps.slice();
  change(copy);
  return copy;
};
/** A manifest that vouches for these very bytes, so that only what lies behind the checksum is tested. */
const vouchFor = (bytes: Uint8Array): ExpectedPart => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
/** The maps file with one stretch of its JSON header replaced by another of the same length. */
const withHeader = (from: string, to: string): Uint8Array<ArrayBuffer> =>
  altered((bytes) => {
    const at = Buffer.from(bytes.buffer).indexOf(from);
    expect(at).toBeGreaterThan(0);
    expect(to.length).toBe(from.length);
    bytes.set(new TextEncoder().encode(to), at);
  });
const refusal = async (bytes: Uint8Array<ArrayBuffer>, expected: ExpectedPart): Promise<string> => {
  const error: unknown = await openMaps(bytes, expected).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PackedModelError);
  return (error as Error).message;
};

describe('the packed file', () => {
  test('holds the vocabulary to the last digit', async () => {
    const opened = await openMaps(maps, packed.parts.maps);
    expect(opened.vocabulary.pieces).toEqual(source.pieces.map(([piece]) => piece));
    expect([...(opened.vocabulary.scores as Float64Array)]).toEqual(source.pieces.map(([, score]) => score ?? 0));
  });

  test('is about 5 MB for the maps and 2.1 MB for the rest', () => {
    expect(maps.length).toBeLessThan(5.2e6);
    expect(vectors.length).toBeLessThan(2.2e6);
  });

  test('comes out the same as in the cache; where it does not, formatVersion must be raised', () => {
    const tensors = tensorsOf(source);
    const words = vocabularyFrom(source);
    for (const part of ['maps', 'vectors'] as const)
      for (let time = 0; time < 2; time++)
        expect(vouchFor(pack(part, tensors, words)).sha256).toBe(packed.parts[part].sha256);
  });

  test('is enough in its first part for both layers\u2019 maps, to the last bit', async () => {
    const { ids } = tokenize(sentences[0], vocabulary);
    const part = encode(ids, (await openMaps(maps, packed.parts.maps)).weights);
    const whole = encode(ids, int8);
    expect(part.layers.map((layer) => layer.weights)).toEqual(whole.layers.map((layer) => layer.weights));
    expect(part.layers[0]!.vectors).toEqual(whole.layers[0]!.vectors);
    expect(part.layers[1]!.vectors).toBeUndefined();
    expect(part.embedding).toBeUndefined();
    expect(whole.layers[1]!.vectors!.shape).toEqual([ids.length, 512]);
  });

  test('is read from any place in a larger buffer', async () => {
    const larger = new Uint8Array(maps.length + 3);
    larger.set(maps, 3);
    const { weights } = await openMaps(larger.subarray(3), packed.parts.maps);
    expect(weights.embedding.row(9)).toEqual(int8.embedding.row(9));
  });

  test('cannot be packed from tensors with one missing', () => {
    expect(() => pack('vectors', new Map(), vocabulary)).toThrow('layers.1.output.kernel is missing');
  });
});

describe('the reader refuses', () => {
  test('a truncated file', async () => {
    const short = maps.slice(0, 1_000_000);
    expect(await refusal(short, packed.parts.maps)).toBe(
      `The model's maps file should be ${maps.length} bytes long, but 1000000 arrived. Load it again.`,
    );
  });

  test('a file with one altered bit, wherever it is', async () => {
    for (const place of [20, maps.length >> 1, maps.length - 9]) {
      const message = await refusal(
        altered((bytes) => (bytes[place]! ^= 1)),
        packed.parts.maps,
      );
      expect(message).toMatch(/does not match its checksum .* Load it again\.$/);
    }
  });

  test('a good file under another checksum', async () => {
    expect(await refusal(maps, { ...packed.parts.maps, sha256: '0'.repeat(64) })).toContain('in place of 00000000');
  });

  test('some other file', async () => {
    const page = new TextEncoder().encode('<!doctype html><title>Not found</title>');
    expect(await refusal(page, vouchFor(page))).toContain('some other file. Check the address');
    expect(await refusal(new Uint8Array(0), packed.parts.maps)).toContain('some other file');
  });

  test('a file of another version', async () => {
    const newer = altered((bytes) => (bytes[4] = 9));
    expect(await refusal(newer, vouchFor(newer))).toBe(
      "The model's maps file is of version 9, but this page reads version 1. Reload the page so that both are new.",
    );
  });

  test('one part in place of the other', async () => {
    expect(await refusal(vectors, packed.parts.vectors)).toContain('header that does not describe that part');
    await expect(openVectors(maps, packed.parts.maps, int8)).rejects.toThrow('header that does not describe that part');
  });

  test('a header that is not JSON', async () => {
    const broken = withHeader('{"part"', '!"part"');
    expect(await refusal(broken, vouchFor(broken))).toContain('header that does not describe that part');
  });

  test('a tensor of another name, type or shape', async () => {
    for (const [from, to] of [
      ['"layers.1.qkv.bias"', '"layers.1.qkv.byas"'],
      ['[256,768],"type":"int8"', '[256,768],"type":"utf8"'],
      ['[8002,256]', '[8000,256]'],
    ] as const) {
      const broken = withHeader(from, to);
      expect(await refusal(broken, vouchFor(broken))).toContain('of the expected type and shape');
    }
  });

  test('a tensor that ends past the end of the file', async () => {
    const header = new TextDecoder().decode(maps.subarray(0, 5_000));
    const offset = /"layers\.1\.qkv\.bias".*?"offset":(\d+)/.exec(header)![1]!;
    const broken = withHeader(`"offset":${offset}`, `"offset":${'8'.repeat(offset.length)}`);
    expect(await refusal(broken, vouchFor(broken))).toContain('ends before its tensor layers.1.qkv.bias does');
  });
});

describe('rounding to int8', () => {
  const data = Float32Array.of(1, -0.5, 0, 100, 127, 0);

  test('errs by at most half a scale, along rows and along columns', () => {
    const byRow = quantise(data, 2, 3, 0);
    const rows = [...restoreRow(byRow, 0), ...restoreRow(byRow, 1)];
    const byColumn = quantise(data, 2, 3, 1);
    const columns = restoreColumns(byColumn);
    for (const [i, value] of data.entries()) {
      expect(Math.abs(rows[i]! - value)).toBeLessThanOrEqual(byRow.scales[Math.floor(i / 3)]! * 0.5001);
      expect(Math.abs(columns[i]! - value)).toBeLessThanOrEqual(byColumn.scales[i % 3]! * 0.5001);
    }
  });

  test('keeps the largest of each row, and a row of zeros', () => {
    const { values, scales } = quantise(Float32Array.of(-3, 1, 0, 0), 2, 2, 0);
    expect([...values]).toEqual([-127, 42, 0, 0]);
    expect(scales[1]).toBe(0);
  });
});
