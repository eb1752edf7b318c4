import { nouns } from '#lib/training/agreement/words.ts';

/** The pieces that a reader makes a sentence of. */
export const fronts = ['', 'near the old table ,', 'behind the new houses ,'] as const;
export const subjects = nouns.filter(([one]) => ['letter', 'key', 'child'].includes(one));
export const fillings = [
  '',
  'on the table',
  'on the tables',
  'that the man left',
  'that the man left on the old table',
  'that the men left on the old tables',
  'that saw the dogs beside the house by the door',
] as const;

/** What a choice of pieces says, as far as the verb. */
export function sentenceOf(front: number, noun: number, number: number, filling: number): string[] {
  const subject = `the ${subjects[noun]![number]!}`;
  return [fronts[front]!, subject, fillings[filling]!].join(' ').trim().split(/ +/);
}

/** Every choice, each once, in one order. */
export const choices = fronts.flatMap((_, front) =>
  subjects.flatMap((_, noun) =>
    [0, 1].flatMap((number) => fillings.map((_, filling) => [front, noun, number, filling] as const)),
  ),
);

/** Where a choice stands among all. */
export function placeOf(front: number, noun: number, number: number, filling: number): number {
  return ((front * subjects.length + noun) * 2 + number) * fillings.length + filling;
}
