import { describe, expect, it } from 'vitest';
import { foreignFiles } from '../../src/audit/foreign-files.ts';
import { site } from './site-of.ts';

describe('foreignFiles(site)', () => {
  it('finds nothing where all that is loaded is the site’s own, and elsewhere is only led to', () => {
    const page = '<script src="/x/s.js"></script><img src="i.png"><a href="https://example.org/">out</a>';
    expect(foreignFiles(site({ 'index.html': page }))).toEqual([]);
  });
  it.each([
    ['a script', '<script src="https://example.org/s.js"></script>', 'https://example.org/s.js'],
    ['a style sheet', '<link rel="stylesheet" href="//example.org/s.css">', '//example.org/s.css'],
    ['a page in a frame', '<iframe src="http://example.org/"></iframe>', 'http://example.org/'],
  ])('finds %s from elsewhere', (_, html, address) => {
    expect(foreignFiles(site({ 'index.html': html }))).toEqual([`/: ${address} would be loaded from another server.`]);
  });
});
