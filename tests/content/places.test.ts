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
    expect(tellings.length).toBeGreaterThan(0);
    const path = `../../${folder}/places.ts`;
    const { places } = existsSync(`${folder}/places.ts`)
      ? ((await import(/* @vite-ignore */ path)) as { places: Places })
      : {};
    expect(placeFaults(folder, tellings, places)).toEqual([]);
  });
});
