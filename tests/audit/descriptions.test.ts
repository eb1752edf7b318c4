import { describe, expect, it } from 'vitest';
import { missingDescriptions } from '../../src/audit/descriptions.ts';
import { site } from './site-of.ts';

describe('missingDescriptions(site)', () => {
  it('finds nothing where each is described, and where an image says that it is for show', () => {
    const page = '<img src="i.png" alt="An i"><img src="j.png" alt=""><svg role="img" aria-label="A k"></svg>';
    expect(missingDescriptions(site({ 'index.html': page }))).toEqual([]);
  });
  it.each([
    ['an image', '<img src="i.png">', 'the image i.png has no alt text'],
    ['a drawing', '<svg role="img"></svg>', 'a drawing with role="img" has no aria-label'],
  ])('finds %s without', (_, html, fault) => {
    expect(missingDescriptions(site({ 'index.html': html }))).toEqual([`/: ${fault}.`]);
  });
});
