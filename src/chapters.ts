import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import { withBase } from '#components/base.ts';
import { Fault } from '#components/fault.ts';
import { siteLanguage } from '#components/language.ts';
import { chapterFileFaults } from './chapter-files.ts';
import { conceptFaults } from './concepts.ts';
import { inOrder, registerOf } from './lesson-order.ts';
import { onceInBuild } from './once-in-build.ts';
import { placeFaults, type Places, type Telling } from './places.ts';

export interface Chapter {
  readonly href: string;
  readonly label: string;
  /** The name of its file; `index` for an overview. */
  readonly register: string;
  /** Whether readers do not see it yet. */
  readonly isDraft: boolean;
  readonly entry: CollectionEntry<'lessons'>;
}

/** A folder of `content/lessons/`. */
export interface Lesson {
  /** From the root of the repository. */
  readonly folder: string;
  /** What it is called in addresses, in every language. */
  readonly lesson: string;
  readonly language: string;
  /** Its name wherever lessons are listed. */
  readonly name: string;
  readonly order: number;
  readonly overview: Chapter;
  /** In reading order, the overview first. */
  readonly chapters: readonly Chapter[];
  /** What its `places.ts` exports, where it has one. */
  readonly places: Places | undefined;
  /** The registers that are not finished, shown or not. */
  readonly drafts: readonly string[];
}

const allPlaces = import.meta.glob<Places>('/content/lessons/*/places.ts', { eager: true, import: 'places' });

/** Drafts are for their authors. */
const isShown = ({ data }: CollectionEntry<'lessons'>): boolean => import.meta.env.DEV || !data.draft;

/** Every lesson, in reading order, its chapters' addresses under the site's base; those in other languages come last. */
export const lessons = onceInBuild(async (): Promise<Lesson[]> => {
  const faults = chapterFileFaults();
  if (faults.length > 0) throw new Fault(faults.join('\n'));
  return inOrder(await getCollection('lessons'))
    .filter(({ told: [overview] }) => isShown(overview))
    .map(({ told, ...lesson }) => {
      const isDraft = ({ data }: CollectionEntry<'lessons'>): boolean => Boolean(data.draft || told[0].data.draft);
      const chapters = told.filter(isShown).map((entry) => ({
        href: withBase(`/${entry.id}/`),
        label: entry.data.label ?? lesson.name,
        register: registerOf(entry),
        isDraft: isDraft(entry),
        entry,
      }));
      const drafts = told.filter(isDraft).map(registerOf);
      return { ...lesson, overview: chapters[0]!, chapters, places: allPlaces[`/${lesson.folder}/places.ts`], drafts };
    });
});

/** The lessons that are told in a language. */
export async function lessonsIn(language = siteLanguage): Promise<Lesson[]> {
  return (await lessons()).filter((lesson) => lesson.language === language);
}

/** The chapters that tell a lesson's idea: all but the overview, or that, where the lesson is one page. */
export function tellersOf({ chapters }: Lesson): readonly Chapter[] {
  return chapters.length === 1 ? chapters : chapters.slice(1);
}

/** Every chapter of every lesson. */
export async function chapters(): Promise<Chapter[]> {
  return (await lessons()).flatMap((lesson) => lesson.chapters);
}

const tellingsOf = (chapters: readonly Chapter[]): Telling[] =>
  chapters.flatMap(({ register, isDraft, entry }) => (isDraft ? [] : [{ register, source: entry.body ?? '' }]));

/**
 * Stops the build where the switch between a lesson's registers would lose the reader, and where a chapter does not
 * tell a concept that its lesson's other chapters do, or none tells it.
 */
export function checkLessons(all: readonly Lesson[]): void {
  const faults = [
    ...all.flatMap(({ folder, chapters, places, drafts }) =>
      placeFaults(
        folder,
        tellingsOf(chapters.slice(1)),
        places,
        drafts,
        places && readFileSync(`${folder}/places.ts`, 'utf8'),
      ),
    ),
    ...conceptFaults(all.map(({ folder, chapters }) => ({ folder, tellings: tellingsOf(chapters) }))),
  ];
  if (faults.length > 0) throw new Fault(faults.join('\n'));
}
