/**
 * The words of the small English and French that the translating models learn. Written for this
 * repository: common words, regular where it can be, and the French forms spelt out where they are not.
 */

export type Gender = 'm' | 'f';
/** What verbs and places ask of a noun. */
export type Kind = 'person' | 'animal' | 'food' | 'drink' | 'text' | 'thing' | 'place';

/** English singular and plural, French singular and plural. */
export interface Noun {
  readonly en: readonly [string, string];
  readonly fr: readonly [string, string];
  readonly gender: Gender;
  readonly kind: Kind;
}

const noun = (kind: Kind, gender: Gender, en: string, fr: string, ens = `${en}s`, frs = `${fr}s`): Noun => ({
  en: [en, ens],
  fr: [fr, frs],
  gender,
  kind,
});

export const nouns: readonly Noun[] = [
  noun('person', 'm', 'boy', 'garçon'),
  noun('person', 'f', 'girl', 'fille'),
  noun('person', 'm', 'man', 'homme', 'men'),
  noun('person', 'f', 'woman', 'femme', 'women'),
  noun('person', 'm', 'child', 'enfant', 'children'),
  noun('person', 'm', 'father', 'père'),
  noun('person', 'f', 'mother', 'mère'),
  noun('person', 'm', 'brother', 'frère'),
  noun('person', 'f', 'sister', 'sœur'),
  noun('person', 'm', 'friend', 'ami'),
  noun('person', 'm', 'teacher', 'professeur'),
  noun('person', 'm', 'doctor', 'médecin'),
  noun('person', 'm', 'neighbour', 'voisin'),
  noun('person', 'm', 'farmer', 'fermier'),
  noun('animal', 'm', 'cat', 'chat'),
  noun('animal', 'm', 'dog', 'chien'),
  noun('animal', 'm', 'bird', 'oiseau', 'birds', 'oiseaux'),
  noun('animal', 'm', 'horse', 'cheval', 'horses', 'chevaux'),
  noun('animal', 'f', 'cow', 'vache'),
  noun('animal', 'f', 'mouse', 'souris', 'mice', 'souris'),
  noun('animal', 'f', 'goat', 'chèvre'),
  noun('animal', 'f', 'hen', 'poule'),
  noun('food', 'f', 'apple', 'pomme'),
  noun('food', 'f', 'orange', 'orange'),
  noun('food', 'f', 'cherry', 'cerise', 'cherries'),
  noun('food', 'm', 'cake', 'gâteau', 'cakes', 'gâteaux'),
  noun('food', 'm', 'egg', 'œuf'),
  noun('food', 'f', 'carrot', 'carotte'),
  noun('food', 'f', 'soup', 'soupe'),
  noun('food', 'm', 'lemon', 'citron'),
  noun('drink', 'm', 'coffee', 'café'),
  noun('drink', 'm', 'tea', 'thé'),
  noun('drink', 'm', 'juice', 'jus', 'juices', 'jus'),
  noun('drink', 'f', 'beer', 'bière'),
  noun('text', 'm', 'book', 'livre'),
  noun('text', 'f', 'letter', 'lettre'),
  noun('text', 'm', 'newspaper', 'journal', 'newspapers', 'journaux'),
  noun('text', 'f', 'story', 'histoire', 'stories'),
  noun('text', 'm', 'message', 'message'),
  noun('thing', 'f', 'key', 'clé'),
  noun('thing', 'f', 'lamp', 'lampe'),
  noun('thing', 'm', 'hat', 'chapeau', 'hats', 'chapeaux'),
  noun('thing', 'f', 'jacket', 'veste'),
  noun('thing', 'f', 'shoe', 'chaussure'),
  noun('thing', 'f', 'dress', 'robe', 'dresses'),
  noun('thing', 'm', 'bag', 'sac'),
  noun('thing', 'f', 'bottle', 'bouteille'),
  noun('thing', 'm', 'bicycle', 'vélo'),
  noun('thing', 'm', 'boat', 'bateau', 'boats', 'bateaux'),
  noun('thing', 'f', 'car', 'voiture'),
  noun('thing', 'm', 'telephone', 'téléphone'),
  noun('thing', 'f', 'flower', 'fleur'),
  noun('thing', 'f', 'watch', 'montre', 'watches'),
  noun('place', 'f', 'house', 'maison'),
  noun('place', 'm', 'garden', 'jardin'),
  noun('place', 'f', 'school', 'école'),
  noun('place', 'm', 'hospital', 'hôpital', 'hospitals', 'hôpitaux'),
  noun('place', 'f', 'street', 'rue'),
  noun('place', 'f', 'kitchen', 'cuisine'),
  noun('place', 'm', 'forest', 'bois', 'forests', 'bois'),
  noun('place', 'f', 'church', 'église', 'churches'),
  noun('place', 'm', 'shop', 'magasin'),
  noun('place', 'f', 'island', 'île'),
  noun('place', 'm', 'park', 'parc'),
];

/** French: masculine, feminine, and the two plurals; `before` where it stands before its noun. */
export interface Adjective {
  readonly en: string;
  readonly fr: readonly [m: string, f: string, ms: string, fs: string];
  readonly before: boolean;
  /** The masculine before a vowel, where it has one of its own. */
  readonly vowel?: string;
  /** What it is said of. */
  readonly of: readonly Kind[];
}

const living: readonly Kind[] = ['person', 'animal'];
const lifeless: readonly Kind[] = ['food', 'drink', 'text', 'thing', 'place'];
const coloured: readonly Kind[] = ['animal', 'food', 'thing'];
const all: readonly Kind[] = [...living, ...lifeless];

const adjective = (
  of: readonly Kind[],
  en: string,
  m: string,
  f = m.endsWith('e') ? m : `${m}e`,
  ms = /[sx]$/.test(m) ? m : `${m}s`,
): Adjective => ({ en, fr: [m, f, ms, `${f}s`], before: false, of });
const before = (word: Adjective, vowel?: string): Adjective => ({ ...word, before: true, ...(vowel ? { vowel } : {}) });

export const adjectives: readonly Adjective[] = [
  before(adjective(all, 'small', 'petit')),
  before(adjective(all, 'big', 'grand')),
  before(adjective(all, 'good', 'bon', 'bonne')),
  before(adjective(all, 'bad', 'mauvais')),
  before(adjective(living, 'young', 'jeune')),
  before(adjective(all, 'pretty', 'joli')),
  before(adjective(all, 'beautiful', 'beau', 'belle', 'beaux'), 'bel'),
  before(adjective(all, 'old', 'vieux', 'vieille'), 'vieil'),
  before(adjective(lifeless, 'new', 'nouveau', 'nouvelle', 'nouveaux'), 'nouvel'),
  adjective(coloured, 'red', 'rouge'),
  adjective(coloured, 'green', 'vert'),
  adjective(coloured, 'blue', 'bleu'),
  adjective(coloured, 'yellow', 'jaune'),
  adjective(coloured, 'black', 'noir'),
  adjective(coloured, 'white', 'blanc', 'blanche'),
  adjective(coloured, 'grey', 'gris'),
  adjective(['thing', 'animal'], 'heavy', 'lourd'),
  adjective(['thing'], 'light', 'léger', 'légère'),
  adjective(['food', 'drink', 'place'], 'cold', 'froid'),
  adjective(['food', 'drink'], 'hot', 'chaud'),
  adjective([...living, 'thing', 'place'], 'clean', 'propre'),
  adjective([...living, 'thing', 'place'], 'dirty', 'sale'),
  adjective(all, 'strange', 'étrange'),
  adjective(lifeless, 'expensive', 'cher', 'chère'),
  adjective(['food', 'thing'], 'round', 'rond'),
  adjective([...living, 'place'], 'quiet', 'calme'),
  adjective(living, 'happy', 'content'),
  adjective([...living, 'text'], 'sad', 'triste'),
  adjective(living, 'tired', 'fatigué'),
  adjective(['person', 'text', 'place'], 'famous', 'célèbre'),
];

/** Who does it, as French tells them apart: je, tu, il or elle, nous, ils or elles. */
export type Person = 0 | 1 | 2 | 3 | 4;

export interface Verb {
  /** As with I, and as with he; a second word follows the verb wherever it goes. */
  readonly en: readonly [string, string];
  readonly particle?: string;
  readonly fr: readonly [string, string, string, string, string];
  /** What its object may be; none takes no object. */
  readonly takes: readonly Kind[];
}

const things: readonly Kind[] = ['food', 'drink', 'text', 'thing'];
const anything: readonly Kind[] = [...things, 'person', 'animal'];
/** A verb in -er, by its stem. */
const er = (stem: string, nous = `${stem}ons`): Verb['fr'] => [`${stem}e`, `${stem}es`, `${stem}e`, nous, `${stem}ent`];
const verb = (en: string, fr: Verb['fr'], takes: readonly Kind[], ens = `${en}s`, particle?: string): Verb => ({
  en: [en, ens],
  fr,
  takes,
  ...(particle ? { particle } : {}),
});

export const verbs: readonly Verb[] = [
  verb('eat', er('mang', 'mangeons'), ['food']),
  verb('drink', ['bois', 'bois', 'boit', 'buvons', 'boivent'], ['drink']),
  verb('read', ['lis', 'lis', 'lit', 'lisons', 'lisent'], ['text']),
  verb('write', ['écris', 'écris', 'écrit', 'écrivons', 'écrivent'], ['text']),
  verb('see', ['vois', 'vois', 'voit', 'voyons', 'voient'], anything),
  verb('like', er('aim'), anything),
  verb('buy', ['achète', 'achètes', 'achète', 'achetons', 'achètent'], things),
  verb('sell', ['vends', 'vends', 'vend', 'vendons', 'vendent'], things),
  verb('want', ['veux', 'veux', 'veut', 'voulons', 'veulent'], things),
  verb('find', er('trouv'), anything),
  verb('take', ['prends', 'prends', 'prend', 'prenons', 'prennent'], things),
  verb('carry', er('port'), things, 'carries'),
  verb('wash', er('lav'), ['thing', 'food', 'animal'], 'washes'),
  verb('draw', er('dessin'), anything),
  verb('hide', er('cach'), things),
  verb('lose', ['perds', 'perds', 'perd', 'perdons', 'perdent'], ['text', 'thing']),
  verb('break', er('cass'), ['thing']),
  verb('know', ['connais', 'connais', 'connaît', 'connaissons', 'connaissent'], ['person', 'text']),
  verb('help', er('aid'), ['person', 'animal']),
  verb('look', er('cherch'), anything, 'looks', 'for'),
  verb(
    'wait',
    ['attends', 'attends', 'attend', 'attendons', 'attendent'],
    ['person', 'animal', 'text'],
    'waits',
    'for',
  ),
  verb('listen', er('écout'), ['person', 'text'], 'listens', 'to'),
  verb('sleep', ['dors', 'dors', 'dort', 'dormons', 'dorment'], []),
  verb('run', ['cours', 'cours', 'court', 'courons', 'courent'], []),
  verb('sing', er('chant'), []),
  verb('dance', er('dans'), []),
  verb('work', er('travaill'), []),
  verb('arrive', er('arriv'), []),
];

/** With an adjective behind it: I am, he is; elsewhere are. */
export const be: Verb['fr'] = ['suis', 'es', 'est', 'sommes', 'sont'];

export interface Pronoun {
  readonly en: string;
  readonly fr: string;
  readonly person: Person;
  readonly gender: Gender;
}

export const pronouns: readonly Pronoun[] = [
  { en: 'i', fr: 'je', person: 0, gender: 'm' },
  { en: 'you', fr: 'tu', person: 1, gender: 'm' },
  { en: 'he', fr: 'il', person: 2, gender: 'm' },
  { en: 'she', fr: 'elle', person: 2, gender: 'f' },
  { en: 'we', fr: 'nous', person: 3, gender: 'm' },
  { en: 'they', fr: 'ils', person: 4, gender: 'm' },
];

/** French: masculine, feminine, before a vowel (masculine, feminine), plural; an empty form is one that is not said. */
export interface Determiner {
  readonly en: string;
  readonly fr: readonly [m: string, f: string, vowelM: string, vowelF: string, plural: string];
}

export const determiners: readonly Determiner[] = [
  { en: 'the', fr: ['le', 'la', 'l’', 'l’', 'les'] },
  { en: 'a', fr: ['un', 'une', 'un', 'une', ''] },
  { en: 'some', fr: ['', '', '', '', 'des'] },
  { en: 'this', fr: ['ce', 'cette', 'cet', 'cette', ''] },
  { en: 'these', fr: ['', '', '', '', 'ces'] },
  { en: 'my', fr: ['mon', 'ma', 'mon', 'mon', 'mes'] },
  { en: 'your', fr: ['ton', 'ta', 'ton', 'ton', 'tes'] },
  { en: 'his', fr: ['son', 'sa', 'son', 'son', 'ses'] },
  { en: 'her', fr: ['son', 'sa', 'son', 'son', 'ses'] },
  { en: 'our', fr: ['notre', 'notre', 'notre', 'notre', 'nos'] },
  { en: 'their', fr: ['leur', 'leur', 'leur', 'leur', 'leurs'] },
  { en: 'every', fr: ['chaque', 'chaque', 'chaque', 'chaque', ''] },
  { en: 'two', fr: ['', '', '', '', 'deux'] },
  { en: 'three', fr: ['', '', '', '', 'trois'] },
];

/** Before a place, and before a person. */
export const prepositions = {
  place: [
    ['in', 'dans'],
    ['behind', 'derrière'],
    ['towards', 'vers'],
  ],
  person: [
    ['with', 'avec'],
    ['without', 'sans'],
    ['for', 'pour'],
  ],
} as const;
