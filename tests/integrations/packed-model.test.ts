import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packedModel } from '../../src/encoder/packed-model.ts';
import { readModelSource } from '../../src/encoder/source.ts';

const cache = mkdtempSync(join(tmpdir(), 'encoder-cache-'));
afterAll(() => rmSync(cache, { recursive: true }));

describe('the cache of the packed model', () => {
  const source = readModelSource();

  test('is used again while it is intact, and made anew when a file has changed', () => {
    const first = packedModel(cache, source);
    const file = join(first.folder, first.parts.vectors.file);
    const written = statSync(file).mtimeMs;
    // The package is not read again for it.
    expect(packedModel(cache)).toEqual(first);
    expect(statSync(file).mtimeMs).toBe(written);

    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(1));
    expect(packedModel(cache, source)).toEqual(first);
    expect(readFileSync(file).equals(bytes)).toBe(true);

    rmSync(join(first.folder, 'LICENSE.txt'));
    packedModel(cache, source);
    expect(readdirSync(first.folder).sort()).toEqual([
      'LICENSE.txt',
      'manifest.json',
      first.parts.maps.file,
      first.parts.vectors.file,
    ]);
    expect(readdirSync(cache)).toHaveLength(1);
  }, 20_000);
});
