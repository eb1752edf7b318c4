import { seededRandom } from '../../../lib/random.ts';

const starts = [
  'A reader',
  'The library',
  'One query',
  'Each key',
  'This value',
  'The next word',
  'A long text',
  'Every row',
];
const verbs = ['asks for', 'looks at', 'carries', 'weighs', 'compares', 'remembers', 'passes on', 'mixes'];
const things = [
  'the nearest word',
  'a share of the rest',
  'what stands before it',
  'the same question again',
  'a table of numbers',
  'the sum of its parts',
  'an answer in words',
  'one of many heads',
];
const ends = [
  'and goes on',
  'before anything else',
  'as the text grows',
  'in its own place',
  'for all who follow',
  'without a second look',
  'once and no more',
  'with the others',
];
const letters = 'abcdefghkmnpqrstuvwxyz';
const sections = 10;
const sentences = 14;

/** The text of one generated lesson: some 1,200 words under ten headings, and in each a formula in a line and one apart. */
export function lessonText(seed: number): string {
  const random = seededRandom(seed);
  const any = <T>(of: ArrayLike<T>): T => of[Math.floor(random() * of.length)]!;
  const sentence = (): string => `${any(starts)} ${any(verbs)} ${any(things)} ${any(ends)}.`;
  const tex = (): string =>
    `${any(letters)}_{${any(letters)}} = \\sum_{${any(letters)}} \\frac{\\exp ${any(letters)}}{\\sqrt{${any(letters)}}}`;
  const section = (_: unknown, at: number): string => {
    const said = Array.from({ length: sentences }, sentence);
    return [
      `## Part ${at + 1} ${any(things)}`,
      said.slice(0, 7).join(' '),
      `${said.slice(7).join(' ')} So it is with $${tex()}$, which is told again by itself:`,
      `$$\n${tex()}\n$$`,
    ].join('\n\n');
  };
  return Array.from({ length: sections }, section).join('\n\n');
}
