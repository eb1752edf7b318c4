import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeAlone, vocabularyOf, type Vocabulary } from '../../lib/encoder/index.ts';
import { loneWords } from '../../src/encoder/lone-words.ts';
import { int8, packed, vocabulary } from '../lib/encoder/models.ts';

const folder = mkdtempSync(join(tmpdir(), 'lone-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Twelve words in place of thousands. */
const few: Vocabulary = (() => {
  const known = vocabulary.pieces.filter((piece) => /^▁[a-z]{5}$/.test(piece)).slice(0, 12);
  const pieces = vocabulary.pieces.map((piece, id) => (known.includes(piece) || id < 6 ? piece : `#${id}`));
  return vocabularyOf(pieces, vocabulary.scores);
})();
const asked = () => loneWords({ ...packed, folder }, { weights: int8, vocabulary: few });
const file = join(folder, 'lone-words.f32');

describe('the words encoded by themselves', () => {
  test('are kept beside the model, and read back as they were', () => {
    const made = asked();
    expect(made.words).toHaveLength(12);
    expect(made.vectors).toEqual(
      encodeAlone(
        made.words.map(({ id }) => id),
        int8,
      ),
    );
    const bytes = readFileSync(file);
    expect(asked().vectors).toEqual(made.vectors);
    expect(readFileSync(file)).toEqual(bytes);
  });

  test('are made anew when the kept copy is short, or holds what other code computed', () => {
    const made = asked();
    const good = readFileSync(file);
    for (const bad of [good.subarray(0, 40), Buffer.from(good).fill(1, 0, 4)]) {
      writeFileSync(file, bad);
      expect(asked().vectors).toEqual(made.vectors);
      expect(readFileSync(file)).toEqual(good);
    }
  });
});
