import { getCollection, type CollectionEntry } from 'astro:content';
import { withBase } from '#components/base.ts';

export const siteTitle = 'The Attention Notebook';

export interface Chapter {
  readonly href: string;
  readonly label: string;
  readonly entry: CollectionEntry<'lessons'>;
}

/** Every chapter of every lesson in reading order, its address under the site's base. */
export async function chapters(): Promise<Chapter[]> {
  const entries = await getCollection('lessons');
  const lessonOf = (id: string): string => id.split('/')[0]!;
  return entries
    .toSorted((a, b) => lessonOf(a.id).localeCompare(lessonOf(b.id)) || a.data.order - b.data.order)
    .map((entry) => ({ href: withBase(`/${entry.id}/`), label: entry.data.label, entry }));
}
