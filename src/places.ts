import { places } from '../content/lessons/attention/places.ts';
import type { Chapter } from './chapters.ts';

type Register = keyof (typeof places)[number];

const registerOf = ({ entry }: Chapter): string => entry.id.split('/').at(-1)!;
const isRegister = (name: string): name is Register => name in places[0];

/**
 * For each section of one chapter, the anchor in another that tells the same idea.
 * Empty where one of the two, such as the overview, is not told in sections.
 */
export function sameIdea(from: Chapter, to: Chapter): Record<string, string> {
  const [here, there] = [registerOf(from), registerOf(to)];
  if (!isRegister(here) || !isRegister(there)) return {};
  const anchors: Record<string, string> = {};
  for (const place of places) anchors[place[here]] ??= place[there];
  return anchors;
}
