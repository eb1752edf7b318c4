import { describe, expect, it } from 'vitest';
import { undeclaredConcepts } from '../../src/audit/concepts.ts';
import { site } from './site-of.ts';

describe('undeclaredConcepts(site)', () => {
  it('finds nothing where every mark names a concept', () => {
    expect(
      undeclaredConcepts(site({ 'index.html': '<b data-concept="query">q</b><i data-concept="mask">m</i>' })),
    ).toEqual([]);
  });
  it('finds one that is not declared, once', () => {
    expect(
      undeclaredConcepts(site({ 'a/index.html': '<b data-concept="qery">q</b><b data-concept="qery">q</b>' })),
    ).toEqual([expect.stringMatching(/^\/a\/: data-concept="qery" names no concept\. Known: query, key, /)]);
  });
  it('says the file and line where a figure writes it', () => {
    // A word between quotes in the figure's sources that is no concept.
    const figure = '<figure id="figure-stepper"><b data-concept="aria-pressed">q</b></figure>';
    expect(undeclaredConcepts(site({ 'index.html': figure }))[0]).toMatch(
      /^components\/figures\/stepper\/[\w.-]+\.ts:\d+, \/: data-concept="aria-pressed"/,
    );
  });
});
