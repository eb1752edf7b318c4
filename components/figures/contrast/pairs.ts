/** Two sentences that differ in one word, and the word to watch. */
export interface Preset {
  readonly id: string;
  /** How the choice of pairs calls it. */
  readonly label: string;
  readonly texts: readonly [string, string];
  /** Stands in both, where the model reads it as one piece. */
  readonly word: string;
}

/** The first is the one shown before any choice. */
export const presets = [
  {
    id: 'bank',
    label: 'bank: river or central',
    texts: ['The river bank is high', 'The central bank is high'],
    word: 'bank',
  },
  {
    id: 'apple',
    label: 'apple: juice or computer',
    texts: ['My apple juice is cold', 'My apple computer is cold'],
    word: 'apple',
  },
  {
    id: 'plays',
    label: 'plays: game or piano',
    texts: ['She plays the game well', 'She plays the piano well'],
    word: 'plays',
  },
  { id: 'good', label: 'good: not or very', texts: ['The film was not good', 'The film was very good'], word: 'good' },
  {
    id: 'it',
    label: 'it: tired or wide',
    texts: [
      'The animal did not cross the street because it was too tired',
      'The animal did not cross the street because it was too wide',
    ],
    word: 'it',
  },
] as const satisfies readonly Preset[];

export type PresetId = (typeof presets)[number]['id'];
