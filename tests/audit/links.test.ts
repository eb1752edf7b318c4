import { describe, expect, it } from 'vitest';
import { deadLinks } from '../../src/audit/links.ts';
import { site } from './site-of.ts';

describe('deadLinks(site)', () => {
  it('finds nothing in a sound site', () => {
    const sound = site({
      'index.html': '<a href="/x/a/#here">a</a><img src="/x/i.png"><a href="https://example.org/">out</a>',
      'a/index.html': '<h2 id="here">Here</h2><a href="#here">up</a><a href="../">home</a>',
      'i.png': '',
    });
    expect(deadLinks(sound)).toEqual([]);
  });
  it.each([
    ['a page that is not there', '<a href="/x/b/">b</a>', '/x/b/ leads to no file.'],
    ['an address without the base', '<a href="/a/">a</a>', "/a/ is not under the site's base /x/."],
    ['what is no address at all', '<a href="https://[">a</a>', 'https://[ is no address.'],
    ['a missing anchor', '<a href="#nowhere">a</a>', '#nowhere names an anchor that is not there.'],
    ['a missing script', '<script src="/x/s.js"></script>', '/x/s.js leads to no file.'],
  ])('finds %s', (_, html, fault) => {
    expect(deadLinks(site({ 'index.html': html }))).toEqual([`/: ${fault}`]);
  });
});
