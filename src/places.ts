import { places as attention } from '../content/lessons/attention/places.ts';
import type { Chapter } from './chapters.ts';

/** The places of each lesson that names them, by the lesson's folder. */
const placesOf: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = { attention };

/**
 * For each section of one chapter, the anchor in another that tells the same idea.
 * Empty where one of the two, such as the overview, is not told in sections.
 */
export function sameIdea(from: Chapter, to: Chapter): Record<string, string> {
  const [lesson, here] = from.entry.id.split('/');
  const [, there] = to.entry.id.split('/');
  const anchors: Record<string, string> = {};
  for (const place of placesOf[lesson!] ?? []) {
    const [section, anchor] = [place[here ?? ''], place[there ?? '']];
    if (section !== undefined && anchor !== undefined) anchors[section] ??= anchor;
  }
  return anchors;
}
