import { getCollection, type CollectionEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { chapterFileFaults } from './chapter-files.ts';
import { conceptFaults } from './concepts.ts';
import { inOrder, registerOf } from './lesson-order.ts';
import { placeFaults, type Places } from './places.ts';

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
  /** Its name wherever lessons are listed. */
  readonly name: string;
  readonly order: number;
  readonly overview: Chapter;
  /** In reading order, the overview first. */
  readonly chapters: readonly Chapter[];
  /** What its `places.ts` exports, where it has one. */
  readonly places: Places | undefined;
}

const allPlaces = import.meta.glob<Places>('/content/lessons/*/places.ts', { eager: true, import: 'places' });

/** Every lesson, in reading order, its chapters' addresses under the site's base. */
export async function lessons(): Promise<Lesson[]> {
  const faults = chapterFileFaults();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return inOrder(await getCollection('lessons')).map(({ folder, name, order, told }) => {
    const chapters = told.map((entry) => ({
      href: withBase(`/${entry.id}/`),
      label: entry.data.label,
      register: registerOf(entry),
      entry,
    }));
    return { folder, name, order, overview: chapters[0]!, chapters, places: allPlaces[`/${folder}/places.ts`] };
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
