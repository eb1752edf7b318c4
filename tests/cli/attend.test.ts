import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Json {
  readonly sentence: string;
  readonly pieces: string[];
  readonly ids: number[];
  readonly weights: number[][][][];
  readonly embedding: number[];
}

const command = fileURLToPath(new URL('../../src/cli/attend.ts', import.meta.url));
const attend = (...args: string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

const sentence = 'I went to the bank to deposit money';
const json = async (...flags: string[]): Promise<Json> =>
  JSON.parse((await attend('--json', ...flags, sentence)).out) as Json;
/** The numbers of a drawing's row, without its sum. */
const numbersIn = (line: string): number[] => (line.match(/\d\.\d\d/g) ?? []).slice(0, -1).map(Number);

describe('the attend command', () => {
  test('draws the second layer\u2019s second head with labels, numbers, sums and where they come from', async () => {
    const { code, out, err } = await attend(sentence);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('trained: Universal Sentence Encoder Lite');
    expect(out).toContain('layer 2, head 2; row = query, column = key');
    const rows = out.split('\n').filter((line) => line.includes('sum 1.00'));
    expect(rows.map((row) => row.split(' ')[0])).toEqual([
      '▁I',
      '▁went',
      '▁to',
      '▁the',
      '▁bank',
      '▁to',
      '▁deposit',
      '▁money',
    ]);
    expect(rows[4]).toMatch(/█ 0\.4\d/);
  });

  test('prints nothing but JSON with --json, whose arrays count from 0 where its flags count from 1', async () => {
    const { code, out, err } = await attend('--json', sentence);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out) as Json;
    expect(Object.keys(answer)).toEqual(['sentence', 'pieces', 'ids', 'weights', 'embedding']);
    expect(answer.sentence).toBe(sentence);
    expect(answer.pieces).toHaveLength(8);
    expect(answer.ids).toHaveLength(8);
    expect(answer.weights.map((layer) => layer.map((head) => head.map((row) => row.length)))).toEqual(
      Array.from({ length: 2 }, () => Array.from({ length: 4 }, () => Array.from({ length: 8 }, () => 8))),
    );
    expect(Math.hypot(...answer.embedding)).toBeCloseTo(1, 5);
    const drawing = await attend('--layer', '1', '--head', '3', sentence);
    const rows = drawing.out.split('\n').filter((line) => line.includes('sum 1.00'));
    const expected = answer.weights[0]![2]!.map((row) => row.map((weight) => Number(weight.toFixed(2))));
    expect(rows.map(numbersIn)).toEqual(expected);
  }, 60_000);

  test('tells float32 from int8, which differ a little', async () => {
    const [int8, float32] = [await json(), await json('--float32')].map(({ weights }) => weights.flat(3));
    const largest = Math.max(...int8!.map((weight, i) => Math.abs(weight - float32![i]!)));
    expect(largest).toBeGreaterThan(1e-5);
    expect(largest).toBeLessThan(0.05);
  }, 60_000);

  test('merges pieces into words', async () => {
    const { out } = await attend('--words', 'The king was walking');
    const rows = out.split('\n').filter((line) => line.includes('sum 1.00'));
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['The', 'king', 'was', 'walking']);
  });

  test('says what the model does not know, and when there are no words to merge', async () => {
    const { out, err } = await attend('--words', '注意力');
    expect(out).toContain('The model does not know: 注意力');
    expect(err).toContain('no spaces between words');
  });

  test('uses the first 128 tokens of a longer text, and says what it left out', async () => {
    const text = `${'one two three four '.repeat(32)}five six`;
    const { code, out, err } = await attend('--json', text);
    expect(code).toBe(0);
    expect((JSON.parse(out) as Json).ids).toHaveLength(128);
    expect(err).toBe('The model takes 128 tokens: the first 128 of 130 were used. Left out: "five six"\n');
    expect((await attend(text)).out).toContain('no room for numbers');
  }, 60_000);

  test.each([
    [[''], 'There is no sentence to read'],
    [['--layer', '3', 'a'], '--layer must be a whole number from 1 to 2, but "3" was given'],
    [['--head', '1.5', 'a'], 'but "1.5" was given'],
    [['--colour', 'a'], "Unknown option '--colour'"],
  ])('refuses %j on standard error, with exit code 2 and how to ask', async (args, message) => {
    const { code, out, err } = await attend(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('Usage: npm run attend');
  });

  test('prints how to ask with --help', async () => {
    const { code, out } = await attend('--help');
    expect(code).toBe(0);
    expect(out).toContain('Usage: npm run attend');
  });
});
