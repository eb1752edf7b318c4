import { keep, recall } from '#components/prose/kept.ts';

/** Where a reader was last in a lesson. */
export interface Place {
  readonly href: string;
  readonly section: string;
  readonly chapter: string;
}

const name = 'place';

/** @param lesson The address of its overview. */
export function placeIn(lesson: string): Place | undefined {
  try {
    const place = JSON.parse(recall(name, lesson) ?? 'null') as Place | null;
    // Of this lesson it is, or it was not kept here.
    return place?.href.startsWith(lesson) ? place : undefined;
  } catch {
    return undefined;
  }
}

export function keepPlace(lesson: string, place: Place): void {
  keep(name, JSON.stringify(place), lesson);
}

export function forgetPlace(lesson: string): void {
  keep(name, undefined, lesson);
}
