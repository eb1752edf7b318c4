import type { VFile } from 'vfile';

const parts = new Map<string, Set<string>>();

/** Notes that a chapter shows something of a file: when that changes, so has the chapter. */
export function madeOf(chapter: VFile, file: string): void {
  parts.set(chapter.path, (parts.get(chapter.path) ?? new Set()).add(file));
}

/** The chapters that show something of a file. */
export const chaptersMadeOf = (file: string): string[] =>
  [...parts].flatMap(([chapter, files]) => (files.has(file) ? [chapter] : []));
