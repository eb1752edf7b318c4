/** Words as the trained model has them, and what the caption says of each: prose and truth cannot drift apart. */
import { beforeAll, describe, expect, test } from 'vitest';
import figure, { type Told } from '../../components/figures/words-as-numbers/figure.ts';
import {
  readWords,
  wordIds,
  words,
  type List,
  type Readings,
  type WordId,
} from '../../components/figures/words-as-numbers/reading.ts';
import { plainText } from '../../components/figure/phrase.ts';
import { cosine } from '../../lib/cosine.ts';
import { encode, tokenize, withoutMean, wordSpaces, type WordSpaces } from '../../lib/encoder/index.ts';
import { loneWords } from '../../src/encoder/lone-words.ts';
import { int8, packed, vocabulary } from '../lib/encoder/models.ts';

let spaces: WordSpaces;
let readings: Readings;
const namesOf = ({ near }: List): string[] => near.map(({ word }) => word);
const of = (word: WordId): string[][] => {
  const { before, after } = readings.words[word];
  return [before, ...after].map(namesOf);
};

beforeAll(() => {
  const lone = loneWords(packed, { weights: int8, vocabulary });
  spaces = wordSpaces(lone.words, lone.vectors, int8);
  readings = readWords({ weights: int8, vocabulary, ...spaces });
}, 180_000);

describe.each(wordIds)('%s', (word) => {
  test('goes in as the row of the table of token vectors', () => {
    const { before } = readings.words[word];
    const row = int8.embedding.row(tokenize(word, vocabulary).ids[0]!);
    expect(before.width).toBe(256);
    before.numbers.forEach((value, index) => expect(value).toBeCloseTo(row[index]!, 5));
  });

  test.each([0, 1] as const)('comes out of sentence %i as the encoder has it', (index) => {
    const { numbers, width } = readings.words[word].after[index];
    const { pieces, ids } = tokenize(words[word][index], vocabulary);
    const { data, shape } = encode(ids, int8).layers[1]!.vectors!;
    const at = pieces.indexOf(`▁${word}`) * shape[1]!;
    expect(width).toBe(shape[1]);
    numbers.forEach((value, i) => expect(value / data[at + i]!).toBeCloseTo(1, 3));
  });

  test('has beside it its nearest words: no other of the vocabulary is nearer', () => {
    const { tokens } = spaces;
    const row = withoutMean(int8.embedding.row(tokenize(word, vocabulary).ids[0]!), tokens.mean);
    const { near } = readings.words[word].before;
    const own = word[0]!.toUpperCase() + word.slice(1);
    const others = tokens.words.flatMap((name, i) =>
      [word, own, ...near.map((each) => each.word)].includes(name) ? [] : [cosine(row, tokens.rows[i]!)],
    );
    expect(Math.max(...others)).toBeLessThanOrEqual(near.at(-1)!.cosine + 1e-5);
  });
});

describe('what is said of the words', () => {
  test('train: rail and bus after the station, gym and fitness after the gym', () => {
    const [, station, gym] = of('train');
    expect(station).toEqual(expect.arrayContaining(['rail', 'bus']));
    expect(gym).toEqual(expect.arrayContaining(['gym', 'fitness']));
  });

  test('apple: leans to the company, comes out near fruit, and then nearer to gadgets than it went in', () => {
    const { before, after } = readings.words.apple;
    expect(namesOf(before)).toEqual(['iPhone', 'iPod', 'iPad', 'Microsoft', 'Samsung']);
    expect(namesOf(after[0])[0]).toBe('fruit');
    expect(after[1].near[0]!.word).toBe('iPhone');
    expect(after[1].near[0]!.cosine).toBeGreaterThan(before.near[0]!.cosine);
  });

  test('party: parties first; then festival and costume, or Democrat and Republican', () => {
    const [, birthday, election] = of('party');
    expect([birthday![0], election![0]]).toEqual(['parties', 'parties']);
    expect(birthday).toEqual(expect.arrayContaining(['festival', 'costume']));
    expect(election).toEqual(expect.arrayContaining(['Democrat', 'Republican']));
  });

  test('river: lake each time, and flood after the storm alone', () => {
    const [, storm, swim] = of('river');
    expect([storm![0], swim![0]]).toEqual(['lake', 'lake']);
    expect(storm).toContain('flood');
    expect(swim).not.toContain('flood');
  });

  test('doctor: physician and nurse, then physician and medical', () => {
    const [before, ...after] = of('doctor');
    expect(before).toEqual(expect.arrayContaining(['physician', 'nurse']));
    for (const near of after)
      expect(near.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(['physician', 'medical']));
  });

  test('mouse: keyboard and controller both times, the cat notwithstanding', () => {
    const [before, ...after] = of('mouse');
    expect(before).toContain('browser');
    for (const near of after) expect(near).toEqual(expect.arrayContaining(['keyboard', 'controller']));
  });
});

test('the figure reads out where the word went in and came out, and lists every number', () => {
  const notes = Object.fromEntries(wordIds.map((id) => [id, id])) as Told['notes'];
  const shown = figure.compute({ word: 'train' }, { ...readings, notes });
  expect(plainText(figure.readout(shown))).toMatch(
    /^train goes in as one list, nearest to bus\. It comes out as two, one nearest to rail, the other to training\. Likeness of the two: 0\.\d\d$/,
  );
  expect(figure.tables(shown).map(({ rows }) => rows.length)).toEqual([16, 5, 5, 5, 1]);
});
