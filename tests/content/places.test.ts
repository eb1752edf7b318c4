import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeFaults, type Places } from '../../src/places.ts';

const lessons = globSync('content/lessons/*');

describe.each(lessons)('%s', (folder) => {
  it('keeps the reader at the same idea when the register changes', async () => {
    const tellings = globSync(`${folder}/*.mdx`)
      .map((path) => ({ register: basename(path, '.mdx'), source: readFileSync(path, 'utf8') }))
      .filter(({ register }) => register !== 'index');
    // A lesson of one page has no switch, and nothing to say of places.
    if (tellings.length === 0) return expect(existsSync(`${folder}/places.ts`)).toBe(false);
    const path = `../../${folder}/places.ts`;
    const { places } = existsSync(`${folder}/places.ts`)
      ? ((await import(/* @vite-ignore */ path)) as { places: Places })
      : {};
    expect(placeFaults(folder, tellings, places)).toEqual([]);
  });
});
