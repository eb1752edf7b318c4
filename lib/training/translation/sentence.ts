import type { Random } from '../../random.ts';
import {
  adjectives,
  be,
  determiners,
  nouns,
  prepositions,
  pronouns,
  verbs,
  type Adjective,
  type Determiner,
  type Gender,
  type Kind,
  type Noun,
  type Person,
} from './lexicon.ts';

/** A sentence in both languages, and for each French word the English one that it says; −1 for none. */
export interface Pair {
  readonly en: readonly string[];
  readonly fr: readonly string[];
  /** (French words): indices into `en`. */
  readonly says: readonly number[];
}

/** French words so far, with the English word that each says. */
type Said = readonly (readonly [word: string, says: number])[];

/** A subject: its French words, and what a verb or an adjective has to agree with. */
interface Subject {
  readonly fr: Said;
  readonly person: Person;
  readonly gender: Gender;
  readonly kind: Kind;
  /** English: he eats, and not they eat. */
  readonly third: boolean;
}

/** Every h of this French is mute. */
const startsWithVowel = (word: string): boolean => /^[aeiouyàâéèêëîïôœùûh]/.test(word);

/**
 * Draws a sentence from the grammar: a subject, a verb with its object or a form of *be* with an
 * adjective, sometimes a place or a person behind it, sometimes denied, sometimes asked, sometimes two of them.
 *
 * @param random Uniform numbers, seeded.
 */
export function drawPair(random: Random): Pair {
  const en: string[] = [];
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const say = (word: string): number => en.push(word) - 1;

  /** A noun with its determiner and adjectives; denied objects lose their article: *pas de pomme*. */
  function phrase(kinds: readonly Kind[], denied = false): Subject {
    const noun = pick(nouns.filter(({ kind }) => kinds.includes(kind)));
    const plural = chance(0.35);
    const determiner = pick(determiners.filter(({ fr }) => (plural ? fr[4] : fr[0]) !== ''));
    const fitting = adjectives.filter(({ of }) => of.includes(noun.kind));
    const described = Array.from({ length: chance(0.4) ? (chance(0.25) ? 2 : 1) : 0 }, () => pick(fitting));
    const [first, second] = described;
    // Two adjectives, one before the noun and one behind it: two of one kind have an order that is hard to be sure of.
    const chosen = second && second.before === first!.before ? [first!] : described;
    const sorted = [...chosen].sort((a, b) => Number(b.before) - Number(a.before));
    const from = say(determiner.en === 'a' && /^[aeiou]/.test(sorted[0]?.en ?? noun.en[0]) ? 'an' : determiner.en);
    const adjectivesSaid = sorted.map((word) => [word, say(word.en)] as const);
    const at = say(noun.en[plural ? 1 : 0]);
    return {
      fr: inFrench(noun, plural, determiner, from, adjectivesSaid, at, denied),
      person: plural ? 4 : 2,
      gender: noun.gender,
      kind: noun.kind,
      third: !plural,
    };
  }

  function pronoun(): Subject {
    const { en: word, fr, person, gender } = pick(pronouns);
    return { fr: [[fr, say(word)]], person, gender, kind: 'person', third: person === 2 };
  }

  function clause(asked: boolean): Said {
    const denied = chance(0.2);
    const isBe = chance(0.25);
    // In a question the first word comes before its subject, and which one depends on that subject.
    const front = asked ? say('') : -1;
    const subject = chance(0.35) ? pronoun() : phrase(['person', 'animal']);
    const words: Said[number][] = [];
    if (isBe) {
      const form = subject.person === 0 ? 'am' : subject.third ? 'is' : 'are';
      const at = asked ? front : say(form);
      if (asked) en[front] = form;
      const not = denied ? say('not') : -1;
      const adjective = pick(adjectives.filter(({ of }) => of.includes(subject.kind)));
      words.push(...around([[be[subject.person], at]], not));
      words.push([agree(adjective, subject.gender, subject.person >= 3), say(adjective.en)]);
    } else {
      const helper = subject.third ? 'does' : 'do';
      if (asked) en[front] = helper;
      else if (denied) say(helper);
      const not = denied ? say('not') : -1;
      const chosen = pick(verbs);
      const at = say(chosen.en[subject.third && !denied && !asked ? 1 : 0]);
      if (chosen.particle) say(chosen.particle);
      words.push(...around([[chosen.fr[subject.person], at]], not));
      if (chosen.takes.length > 0) words.push(...phrase(chosen.takes, denied).fr);
    }
    if (!isBe && chance(0.35)) {
      const kind = chance(0.5) ? 'place' : 'person';
      const [english, french] = pick<readonly [string, string]>(prepositions[kind]);
      words.push([french, say(english)], ...phrase([kind]).fr);
    }
    const question: Said = asked
      ? [
          ['est-ce', front],
          ['que', front],
        ]
      : [];
    return [...question, ...subject.fr, ...words];
  }

  const asked = chance(0.15);
  const said = [...clause(asked)];
  if (!asked && chance(0.2)) {
    said.push(['et', say('and')]);
    said.push(...clause(false));
  }
  said.push([asked ? '?' : '.', say(asked ? '?' : '.')]);
  const elided = elide(said);
  return { en, fr: elided.map(([word]) => word), says: elided.map(([, from]) => from) };
}

/** *ne … pas* around a verb, where something is denied. */
function around(verb: Said, not: number): Said {
  return not < 0 ? verb : [['ne', not], ...verb, ['pas', not]];
}

function agree(adjective: Adjective, gender: Gender, plural: boolean): string {
  return adjective.fr[(gender === 'f' ? 1 : 0) + (plural ? 2 : 0)]!;
}

function inFrench(
  noun: Noun,
  plural: boolean,
  determiner: Determiner,
  from: number,
  described: readonly (readonly [Adjective, number])[],
  at: number,
  denied: boolean,
): Said {
  const name = noun.fr[plural ? 1 : 0];
  const words = described.map(([adjective, says]): [string, number, boolean] => {
    const form = agree(adjective, noun.gender, plural);
    const special = adjective.vowel && !plural && noun.gender === 'm' && startsWithVowel(name);
    return [special ? adjective.vowel : form, says, adjective.before];
  });
  const leading = words.filter(([, , before]) => before).map(([word, says]) => [word, says] as const);
  const trailing = words.filter(([, , before]) => !before).map(([word, says]) => [word, says] as const);
  const next = leading[0]?.[0] ?? name;
  const feminine = noun.gender === 'f' ? 1 : 0;
  let article = plural ? determiner.fr[4] : determiner.fr[feminine + (startsWithVowel(next) ? 2 : 0)]!;
  // Denied, *un* and *des* become *de*; and *des* does so before an adjective too.
  if (['a', 'some'].includes(determiner.en) && (denied || (determiner.en === 'some' && leading.length > 0)))
    article = 'de';
  return [[article, from], ...leading, [name, at], ...trailing];
}

/** *je*, *ne*, *que* and *de* lose their e before a vowel. */
function elide(said: Said): Said {
  return said.map(([word, says], at) => {
    const next = said[at + 1]?.[0] ?? '';
    return [/^(je|ne|que|de)$/.test(word) && startsWithVowel(next) ? `${word.slice(0, -1)}’` : word, says];
  });
}
