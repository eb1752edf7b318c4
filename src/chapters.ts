import { getCollection, type CollectionEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { conceptFaults } from './concepts.ts';
import { placeFaults, type Places } from './places.ts';

export const siteTitle = 'The Attention Notebook';

export interface Chapter {
  readonly href: string;
  readonly label: string;
  /** The name of its file; `index` for an overview. */
  readonly register: string;
  readonly entry: CollectionEntry<'lessons'>;
}

/** A folder of `content/lessons/`. */
export interface Lesson {
  /** From the root of the repository. */
  readonly folder: string;
  readonly overview: Chapter;
  /** In reading order, the overview first. */
  readonly chapters: readonly Chapter[];
  /** What its `places.ts` exports, where it has one. */
  readonly places: Places | undefined;
}

const allPlaces = import.meta.glob<Places>('/content/lessons/*/places.ts', { eager: true, import: 'places' });

/** Every lesson, its chapters' addresses under the site's base. */
export async function lessons(): Promise<Lesson[]> {
  const entries = await getCollection('lessons');
  const byLesson = Map.groupBy(
    entries.toSorted((a, b) => a.data.order - b.data.order),
    ({ id }) => id.split('/')[0]!,
  );
  return [...byLesson.keys()].toSorted().map((name) => {
    const folder = `content/lessons/${name}`;
    const chapters = byLesson.get(name)!.map((entry): Chapter => {
      const register = entry.id.split('/')[1] ?? 'index';
      return { href: withBase(`/${entry.id}/`), label: entry.data.label, register, entry };
    });
    const orders = chapters.map(({ entry }) => entry.data.order);
    if (orders[0] !== 0 || chapters[0]!.register !== 'index')
      throw new Error(`${folder} has no overview: write index.mdx, with order: 0 at its head.`);
    if (new Set(orders).size < orders.length)
      throw new Error(`${folder} has two chapters of one order: number them in the order in which they are read.`);
    return { folder, overview: chapters[0]!, chapters, places: allPlaces[`/${folder}/places.ts`] };
  });
}

/** Every chapter of every lesson. */
export async function chapters(): Promise<Chapter[]> {
  return (await lessons()).flatMap((lesson) => lesson.chapters);
}

/** Stops the build where the switch between a lesson's registers would lose the reader. */
export function checkPlaces({ folder, chapters, places }: Lesson): void {
  const tellings = chapters.slice(1).map(({ register, entry }) => ({ register, source: entry.body ?? '' }));
  const faults = placeFaults(folder, tellings, places);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** Stops the build where a chapter does not tell a concept that its lesson's other chapters do, or none tells it. */
export function checkConcepts(all: readonly Lesson[]): void {
  const faults = conceptFaults(
    all.map(({ folder, chapters }) => ({
      folder,
      tellings: chapters.map(({ register, entry }) => ({ register, source: entry.body ?? '' })),
    })),
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
