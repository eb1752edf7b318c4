import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, unknownId, vocabularyOf } from '../../../lib/encoder/index.ts';
import { source, vocabulary } from './models.ts';
import { officialTokenizer } from './official.ts';
import { awkward, sentences } from './sentences.ts';

const official = officialTokenizer(source.pieces);

describe('the tokenizer', () => {
  test.each([...awkward, ...sentences])('cuts %j as the official one does', (text) => {
    const { pieces, ids } = tokenize(text, vocabulary);
    expect(ids).toEqual(official.encode(text));
    expect(pieces.map((piece, i) => (ids[i] === unknownId ? piece : vocabulary.pieces[ids[i]!]))).toEqual(pieces);
    const marked = text.normalize('NFKC').replaceAll(' ', '▁');
    expect(pieces.join('')).toBe(marked === '' ? '' : `▁${marked}`);
  });

  test('cuts any text as the official one does', () => {
    const letter = fc.oneof(
      fc.constantFrom(...vocabulary.pieces, ' ', ':', ':30', '://', '漢', '🍎', '\t'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const texts = fc.array(letter, { maxLength: 20 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(tokenize(text, vocabulary).ids).toEqual(official.encode(text));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('cuts as the official one does with any vocabulary, ties included', () => {
    const known = fc.uniqueArray(fc.string({ unit: fc.constantFrom('▁', 'a', 'b'), minLength: 1, maxLength: 3 }), {
      minLength: 1,
    });
    const score = fc.integer({ min: -3, max: 0 });
    const text = fc.string({ unit: fc.constantFrom(' ', 'a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(known, fc.array(score, { minLength: 40, maxLength: 40 }), text, (pieces, scores, sentence) => {
        const entries = [...'�12345', ...pieces].map((piece, i) => [piece, i < 6 ? 0 : scores[i % 40]!] as const);
        const small = vocabularyOf(
          entries.map(([piece]) => piece),
          entries.map(([, value]) => value),
        );
        expect(tokenize(sentence, small).ids).toEqual(officialTokenizer(entries).encode(sentence));
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  test('keeps the text of what the model does not know, one token for characters side by side', () => {
    expect(tokenize('eat 漢字 now', vocabulary)).toEqual({
      pieces: ['▁eat', '▁', '漢字', '▁now'],
      ids: [vocabulary.ids.get('▁eat'), vocabulary.ids.get('▁'), unknownId, vocabulary.ids.get('▁now')],
    });
  });

  test('never finds the reserved pieces in text', () => {
    expect(tokenize('</s>', vocabulary).ids).not.toContain(2);
  });

  test('prefers the likeliest cut, not the longest piece', () => {
    const pieces = ['�', '<s>', '</s>', '1', '2', '3', '▁', 'a', 'b', 'ab', '▁a'];
    const scores = [0, 0, 0, 0, 0, 0, -1, -2, -2, -9, -5];
    expect(tokenize('ab', vocabularyOf(pieces, scores)).pieces).toEqual(['▁', 'a', 'b']);
  });

  test('takes 5,000 words in well under a second', () => {
    const text = Array.from({ length: 5_000 }, (_, i) => sentences[4].split(' ')[i % 10]).join(' ');
    const start = performance.now();
    expect(tokenize(text, vocabulary).ids.length).toBeGreaterThanOrEqual(5_000);
    expect(performance.now() - start).toBeLessThan(700);
  });

  test('refuses a vocabulary whose scores are not as many as its pieces', () => {
    expect(() => vocabularyOf(['a'], [])).toThrow('1 pieces needs as many scores, but 0 were given');
  });
});
