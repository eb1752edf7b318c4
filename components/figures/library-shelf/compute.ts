import { scaledDotProductAttention } from '#lib/attention/scaledDotProductAttention.ts';
import { tensor } from '#lib/tensor.ts';
import type { Part } from '../../figure/phrase.ts';
import type { Shelf } from '../../plots/shelf.ts';
import { showWeight } from '../../plots/weight.ts';

export type Point = readonly [x: number, y: number];

/** Points run from −2 to 2 each way, in steps of a tenth. */
export const limit = 2;
export const step = 0.1;
/** The plane is drawn a little beyond them, so that a handle at the edge can be held. */
export const extent = 2.4;

export const ends = { left: 'nature', right: 'city', top: 'food', bottom: 'technology' };

export const subjects = ['plants', 'water', 'machines', 'money'] as const;

/** Set by hand: each book's place among the topics, and its pages, of a hundred, on each subject. */
export const books = [
  { title: 'Orchards', tags: [-1.6, 1.5], pages: [64, 21, 5, 10] },
  { title: 'Rivers', tags: [-1.9, -0.2], pages: [18, 70, 7, 5] },
  { title: 'Windmills', tags: [-1.2, -1.5], pages: [12, 15, 61, 12] },
  { title: 'Phones', tags: [1.1, -1.6], pages: [0, 2, 74, 24] },
  { title: 'Banks', tags: [1.9, -0.3], pages: [3, 4, 20, 73] },
  { title: 'Kitchens', tags: [1.5, 1.6], pages: [42, 22, 24, 12] },
] as const satisfies readonly { title: string; tags: Point; pages: readonly number[] }[];

/** Points that a reader might ask from. The first is where the figure begins. */
export const questions: readonly { readonly text: string; readonly at: Point }[] = [
  { text: 'Do apple trees like wet ground?', at: [-1.3, 0.7] },
  { text: 'Which apple phone is the best?', at: [0.9, -1.7] },
  { text: 'Who works by the river bank?', at: [-1.7, -0.7] },
  { text: 'Can I pay for lunch by card?', at: [1.8, 0.6] },
  { text: 'What is there to know?', at: [0, 0] },
];

/** Everything the shelf shows for a question asked from a place among the topics. */
export function ask(at: Point): Shelf {
  const Q = tensor([...at], [1, 2]);
  const K = tensor(
    books.flatMap(({ tags }) => tags),
    [books.length, 2],
  );
  const V = tensor(
    books.flatMap(({ pages }) => pages),
    [books.length, subjects.length],
  );
  // Two numbers a tag need no division by √d, and the first figure does without it.
  const scale = 1;
  const fits = scaledDotProductAttention(Q, K, V, { scale, returns: 'scores' }).scores.data;
  const { weights, output } = scaledDotProductAttention(Q, K, V, { scale, returns: 'weights' });
  return {
    books: books.map(({ title, pages }, book) => ({
      title,
      fit: fits[book]!,
      weight: weights.data[book]!,
      pages,
    })),
    subjects,
    answer: [...output.data],
    sum: weights.data.reduce((sum, weight) => sum + weight, 0),
  };
}

/** A point in words: "1.3 towards nature, 0.7 towards food". */
export function pointInWords([x, y]: Point): string {
  const towards = (value: number, negative: string, positive: string): string =>
    value === 0 ? '' : `${Math.abs(value).toFixed(1)} towards ${value < 0 ? negative : positive}`;
  const parts = [towards(x, ends.left, ends.right), towards(y, ends.bottom, ends.top)].filter(Boolean);
  return parts.join(', ') || 'in the middle, towards nothing';
}

/** Which books the answer comes from, and where its largest part lies between theirs. */
export function readoutOf({ books: all, answer }: Shelf): Part[] {
  const ranked = all.toSorted((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  const most = answer.indexOf(Math.max(...answer));
  const counts = all.map(({ pages }) => pages[most]!);
  const name = subjects[most]!;
  if (first!.weight - ranked.at(-1)!.weight < 1e-6)
    return [
      'No book fits better than another: each gives ',
      ['weights', showWeight(first!.weight)],
      ' of the answer, their plain mean.',
    ];
  return [
    ['key', first!.title],
    ' gives ',
    ['weights', showWeight(first!.weight)],
    ' of the answer, ',
    ['key', second!.title],
    ' ',
    ['weights', showWeight(second!.weight)],
    `. Of 100 pages of the answer, ${answer[most]!.toFixed(0)} are on `,
    ['value', name],
    `; the books have ${Math.min(...counts)} to ${Math.max(...counts)}.`,
  ];
}
