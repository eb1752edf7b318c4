import { describe, expect, it } from 'vitest';
import { withSource } from '../../src/audit/source.ts';

describe('withSource(fault)', () => {
  it.each([
    ['/attention/code/', 'content/lessons/attention/code.mdx, as /attention/code/'],
    ['/attention/', 'content/lessons/attention/index.mdx, as /attention/'],
    ['/embed/masks/', 'content/figures/masks.mdx, as /embed/masks/'],
    ['/claims/', 'content/claims.mdx, as /claims/'],
    ['/', 'content/home.mdx, as /'],
    ['/404.html', '/404.html'],
  ])('names the file of %s', (path, place) => {
    expect(withSource(`${path}: ./code leads to no file.`)).toBe(`${place}: ./code leads to no file.`);
  });
});
