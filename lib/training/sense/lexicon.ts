function words(list: string): readonly string[] {
  return list.split(' ');
}

/** What a sentence may be about: words that say so, and what may then follow a form that belongs to it. */
export const topics = {
  money: { says: words('loan coin cash salary price tax'), follows: words('paid earned lent') },
  water: { says: words('river boat lake rain fish harbour'), follows: words('flowed flooded froze') },
  sport: { says: words('game team goal coach stadium referee'), follows: words('scored won lost') },
  animals: { says: words('forest nest zoo cage hunter fur'), follows: words('slept ate fled') },
  kitchen: { says: words('oven soup plate cook bread sugar'), follows: words('boiled smelled spilled') },
  computers: { says: words('screen file program cable printer code'), follows: words('crashed clicked updated') },
  building: { says: words('wall roof bricks tower worker cement'), follows: words('lifted turned stopped') },
  weather: { says: words('snow sun storm cloud wind frost'), follows: words('came ended returned') },
} as const satisfies Record<string, { readonly says: readonly string[]; readonly follows: readonly string[] }>;
export type Topic = keyof typeof topics;

/** Word forms with two senses each: the topic of the first, and of the second. */
export const forms = {
  bank: ['money', 'water'],
  bat: ['animals', 'sport'],
  apple: ['kitchen', 'computers'],
  mouse: ['animals', 'computers'],
  crane: ['animals', 'building'],
  spring: ['weather', 'water'],
  pitcher: ['sport', 'kitchen'],
  stock: ['money', 'kitchen'],
} as const satisfies Record<string, readonly [Topic, Topic]>;
export type Form = keyof typeof forms;

/** What may stand before a word that says a topic. */
export const openings = [words('near the'), words('with a'), words('after the'), words('about some')] as const;

/** What says nothing of any topic, in one to four words. */
export const fillings = [
  words('again'),
  words('today'),
  words('as usual'),
  words('at noon'),
  words('for an hour'),
  words('on monday morning'),
  words('as they had said'),
  words('without a word more'),
] as const;

export const filling = '‹empty›';
export const before = 'the';

/** Every word by its number, the filling first. */
export const vocabulary: readonly string[] = [
  ...new Set([
    filling,
    before,
    ...openings.flat(),
    ...fillings.flat(),
    ...Object.keys(forms),
    ...Object.values(topics).flatMap(({ says, follows }) => [...says, ...follows]),
  ]),
];
