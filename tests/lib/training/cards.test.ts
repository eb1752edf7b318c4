import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../lib/random.ts';
import { fast } from '../../../lib/training/fast.ts';
import { translatorOf, type TranslationCard } from '../../../lib/training/translation/card.ts';
import { drawHeldOut } from '../../../lib/training/translation/corpus.ts';
import { measureTranslation } from '../../../lib/training/translation/measure.ts';
import { trainedCards } from '../../../src/models.ts';

const files = globSync('content/models/translation-*.bin').toSorted();
const cardOf = (file: string) => JSON.parse(readFileSync(file.replace('.bin', '.json'), 'utf8')) as TranslationCard;

/** Those that all cards were measured on. */
const { each, seed } = cardOf(files[0]!).heldOut;
const pairs = drawHeldOut(each, seededRandom(seed));

describe.each(globSync('content/models/*.bin').toSorted())('%s', (file) => {
  it('belongs to its card', () => {
    const [bytes, card] = [readFileSync(file), cardOf(file)];
    expect(bytes.length).toBe(card.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(card.sha256);
  });
});

describe.each(files)('%s', (file) => {
  const card = cardOf(file);
  const bytes = readFileSync(file);

  it('is named as its card says', () => {
    expect(file).toBe(`content/models/translation-${card.kind}-${card.seed}-${card.steps}.bin`);
  });

  it('does as well on held-out sentences as its card says, to the last sentence', () => {
    const { right, byLength, aligned } = measureTranslation(fast(), translatorOf(card, bytes), pairs);
    expect({ right, byLength, ...(card.kind === 'attention' && { aligned }) }).toEqual({
      right: card.right,
      byLength: card.byLength,
      ...(card.kind === 'attention' && { aligned: card.aligned }),
    });
  });
});

describe('The cards', () => {
  const cards = trainedCards().translators;
  const longest = Math.max(...cards.map(({ steps }) => steps));

  it('have the weights beside those of the longest training, and no two the same', () => {
    for (const { kind, seed, steps } of cards)
      expect(existsSync(`content/models/translation-${kind}-${seed}-${steps}.bin`)).toBe(steps === longest);
    expect(new Set(cards.map(({ sha256 }) => sha256)).size).toBe(cards.length);
  });

  it('are of both kinds for each seed and each training, measured on the same sentences', () => {
    const runs = (kind: string) =>
      cards.filter((card) => card.kind === kind).map(({ seed, steps }) => `${seed} for ${steps}`);
    expect(runs('fixed')).toEqual(runs('attention'));
    const seedsOf = (steps: number) => cards.filter((card) => card.steps === steps).map(({ seed }) => seed);
    for (const { steps } of cards) expect(seedsOf(steps)).toEqual(seedsOf(longest));
    expect(new Set(cards.map(({ heldOut }) => JSON.stringify(heldOut))).size).toBe(1);
  });
});
