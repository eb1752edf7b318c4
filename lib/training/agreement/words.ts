/** Nouns in the singular and in the plural: what a verb agrees with. */
export const nouns = [
  ['letter', 'letters'],
  ['key', 'keys'],
  ['book', 'books'],
  ['picture', 'pictures'],
  ['box', 'boxes'],
  ['cup', 'cups'],
  ['table', 'tables'],
  ['chair', 'chairs'],
  ['door', 'doors'],
  ['window', 'windows'],
  ['garden', 'gardens'],
  ['house', 'houses'],
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['teacher', 'teachers'],
  ['friend', 'friends'],
  ['dog', 'dogs'],
] as const;

export const adjectives = ['old', 'new', 'small', 'large', 'red', 'blue', 'quiet', 'broken'] as const;
export const prepositions = ['on', 'in', 'near', 'behind', 'under', 'beside', 'with', 'by'] as const;
/** In the past tense, so that none says whether its own subject is one or many. */
export const verbs = ['left', 'found', 'saw', 'made', 'liked', 'lost', 'sold', 'bought'] as const;

/** What the verb is to be, by its subject: one, or many. */
export const answers = ['is', 'are'] as const;
/** Stands where the verb is asked for. */
export const slot = '‹verb›';

/** Every word that the models know: its place is its number. */
export const vocabulary: readonly string[] = [
  slot,
  ...answers,
  'the',
  'that',
  ',',
  ...nouns.flat(),
  ...adjectives,
  ...prepositions,
  ...verbs,
];
