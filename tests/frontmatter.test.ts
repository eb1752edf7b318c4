import { describe, expect, it } from 'vitest';
import { chapterFrontmatter } from '../src/frontmatter.ts';

const sound = {
  title: 'Attention in code',
  label: 'Code',
  order: 2,
  description: 'The same mechanism as code that the reader can change and run.',
};

describe('chapterFrontmatter', () => {
  it('passes a chapter that says all it must', () => {
    expect(chapterFrontmatter.parse(sound)).toEqual(sound);
  });
  it.each([
    ['a missing title', { ...sound, title: undefined }, 'title'],
    ['a misspelt field', { ...sound, lable: 'Code' }, 'lable'],
    ['a description too short to be one', { ...sound, description: 'Code.' }, 'description'],
    ['an order that is no whole number', { ...sound, order: 1.5 }, 'order'],
    ['a lesson without a name', { ...sound, lesson: { order: 1 } }, 'name'],
  ])('refuses %s', (_, frontmatter, field) => {
    const result = chapterFrontmatter.safeParse(frontmatter);
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error!.issues)).toContain(field);
  });
});
