import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { headFaults } from './chapter-files/head.ts';
import { languageFaults } from './chapter-files/language.ts';
import { nameFaults } from './chapter-files/name.ts';
import { textFaults } from './chapter-files/text.ts';

/** Each is asked of a file in which the ones before it found nothing. */
const checks = [nameFaults, languageFaults, (file: string) => [...headFaults(file), ...textFaults(file)]];

/**
 * What keeps a file of `content/lessons/` from being a chapter: a sentence each, with file and line. The development
 * server goes on with what the file was before; a page that asks here shows the fault instead.
 */
export function chapterFileFaults(): string[] {
  return globSync('content/lessons/**/*.{md,mdx}')
    .map((file) => file.split(sep).join('/'))
    .toSorted()
    .flatMap((file) => {
      for (const check of checks) {
        const faults = check(file);
        if (faults.length > 0) return faults;
      }
      return [];
    });
}
