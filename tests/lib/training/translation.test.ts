import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../lib/random.ts';
import { isHeldOut } from '../../../lib/training/heldOut.ts';
import { drawPairs, encodeEnglish, english, french } from '../../../lib/training/translation/corpus.ts';
import { drawPair } from '../../../lib/training/translation/sentence.ts';

const drawn = drawPairs(12_000, seededRandom(1));
const french_ = drawn.map(({ fr }) => ` ${fr.join(' ')} `);
const said = (phrase: string) => french_.filter((sentence) => sentence.includes(` ${phrase} `)).length;

describe('The small French', () => {
  it.each([
    ['an elided article and its full form', ['l’ homme', 'la femme'], ['le homme', 'la orange', 'le enfant']],
    ['a possessive before a vowel', ['mon orange', 'ma pomme'], ['ma orange', 'ma école']],
    ['the special masculine before a vowel', ['bel homme', 'vieil homme', 'beau garçon'], ['beau homme', 'vieux ami']],
    ['ne and je before a vowel', ['n’ est pas', 'j’ écoute'], ['ne est', 'je aime', 'que il']],
    ['de for a denied article', ['pas de'], ['pas un', 'pas une', 'pas des']],
    ['de before an adjective that stands first', ['de petits'], ['des petits', 'des grandes']],
    ['verbs that agree', ['ils sont', 'nous mangeons', 'tu vois'], ['ils est', 'nous manges', 'les chats mange']],
    [
      'adjectives that agree',
      ['chien noir', 'vache noire', 'chats noirs'],
      ['pommes vert', 'pomme vertes', 'pomme vert'],
    ],
  ])('has %s', (_, right, wrong) => {
    for (const phrase of right) expect([phrase, said(phrase)]).not.toEqual([phrase, 0]);
    for (const phrase of wrong) expect([phrase, said(phrase)]).toEqual([phrase, 0]);
  });

  it('says of every word which English word it says, and an English word of the same meaning', () => {
    for (const { en, fr, says } of drawn) {
      expect(says.length).toBe(fr.length);
      for (const [at, word] of fr.entries()) {
        expect(says[at]).toBeLessThan(en.length);
        if (word === 'pomme') expect(en[says[at]!]).toBe('apple');
        if (word === 'rouges') expect(en[says[at]!]).toBe('red');
        if (word === 'pas') expect(en[says[at]!]).toBe('not');
      }
    }
  });

  it('has at least 200 English words, and no word that the tables do not have', () => {
    expect(english.length).toBeGreaterThanOrEqual(200);
    const known = new Set(french);
    for (const { en, fr } of drawn) {
      expect(encodeEnglish(en).every((at) => at >= 0)).toBe(true);
      expect(fr.filter((word) => !known.has(word))).toEqual([]);
    }
    expect(() => encodeEnglish(['giraffe'])).toThrow('giraffe');
  });
});

describe('Sentences kept out of training', () => {
  it('never occur in it: no sentence is both', () => {
    const training = new Set(drawn.map(({ en }) => en.join(' ')));
    const kept = drawPairs(500, seededRandom(1), true);
    expect(kept.filter(({ en }) => training.has(en.join(' ')))).toEqual([]);
    expect(kept.every(({ en }) => isHeldOut(en))).toBe(true);
  });

  it('are about one in ten', () => {
    const random = seededRandom(2);
    const kept = Array.from({ length: 5000 }, () => drawPair(random)).filter(({ en }) => isHeldOut(en)).length;
    expect(kept / 5000).toBeGreaterThan(0.07);
    expect(kept / 5000).toBeLessThan(0.13);
  });
});
