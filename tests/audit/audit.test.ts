import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { undeclaredConcepts } from '../../src/audit/concepts.ts';
import { factsOf } from '../../src/audit/facts.ts';
import { linkFaults } from '../../src/audit/links.ts';
import { readSite, type BuiltSite } from '../../src/audit/site.ts';
import { withSource } from '../../src/audit/source.ts';
import { scalesFor, weightFaults } from '../../src/audit/weight.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A site on disk, served under `/x/`. */
function site(files: Record<string, string>): BuiltSite {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return readSite(folder, '/x/');
}

/** Text that gzip cannot shrink. */
function noise(bytes: number): string {
  let state = 1;
  return Array.from({ length: bytes }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

describe('linkFaults(site)', () => {
  it('finds nothing in a sound site', () => {
    const sound = site({
      'index.html': '<a href="/x/a/#here">a</a><img src="/x/i.png" alt="An i"><a href="https://example.org/">out</a>',
      'a/index.html': '<h2 id="here">Here</h2><a href="#here">up</a><a href="../">home</a>',
      'i.png': '',
    });
    expect(linkFaults(sound)).toEqual([]);
  });
  it.each([
    ['a page that is not there', '<a href="/x/b/">b</a>', '/x/b/ leads to no file'],
    ['an address without the base', '<a href="/a/">a</a>', '/a/ is not under the site'],
    ['what is no address at all', '<a href="https://[">a</a>', 'is no address'],
    ['a missing anchor', '<a href="#nowhere">a</a>', 'names an anchor that is not there'],
    ['a missing script', '<script src="/x/s.js"></script>', '/x/s.js leads to no file'],
    ['a script from elsewhere', '<script src="https://example.org/s.js"></script>', 'loaded from another server'],
    [
      'a style sheet from elsewhere',
      '<link rel="stylesheet" href="//example.org/s.css">',
      'loaded from another server',
    ],
    ['an image without a description', '<img src="/x/">', 'has no alt text'],
    ['a drawing without a label', '<svg role="img"></svg>', 'has no aria-label'],
  ])('finds %s', (_, html, fault) => {
    expect(linkFaults(site({ 'index.html': html })).join('\n')).toContain(fault);
  });
});

describe('factsOf(html)', () => {
  it('reads what a page asks for and what it carries, in one pass', () => {
    const facts = factsOf(
      `<head><style>a{}</style><link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="/s.css">
      <script>if (a < b) "<p id='no'>"</script><script src="/s.js"></script></head>
      <figure id="figure-outer" class="wide figure"><figure id="figure-inner"><i data-concept="key">k</i></figure>
      <style>b{}</style><b data-concept="query" id="here">q</b></figure><u data-concept="mask">m</u><code-cell></code-cell>`,
    );
    expect(facts).toMatchObject({
      addresses: ['https://example.org/', '/s.css', '/s.js'],
      loaded: ['/s.css', '/s.js'],
      undescribed: [],
      concepts: [
        { name: 'key', figure: 'inner' },
        { name: 'query', figure: 'outer' },
        { name: 'mask', figure: undefined },
      ],
      figures: 1,
      cells: 1,
      scripts: ['/s.js'],
      styles: ['/s.css'],
      inlineScript: `if (a < b) "<p id='no'>"`,
      inlineStyle: 'a{}',
    });
    expect([...facts.ids]).toEqual(['figure-outer', 'figure-inner', 'here']);
  });
});

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

describe('weightFaults(site)', () => {
  it('weighs a script with what it imports at once, and not with what it imports later', () => {
    const built = site({
      'index.html': '<script type="module" src="/x/_astro/a.js"></script>',
      '_astro/a.js': 'import{b}from"./b.js";import("./later.js")',
      '_astro/b.js': `export const b=${JSON.stringify(noise(3000))}`,
      '_astro/later.js': noise(50_000),
    });
    const { scripts } = scalesFor(built)(built.pages[0]!);
    expect(scripts).toBeGreaterThan(2400);
    expect(scripts).toBeLessThan(5000);
  });
  it('allows a page of text less script than one with figures', () => {
    const files = { '_astro/a.js': noise(40_000) };
    const text = '<script src="/x/_astro/a.js"></script>';
    expect(weightFaults(site({ ...files, 'a/index.html': text })).join()).toMatch(
      /\/a\/: its scripts weigh \d+\.\d KB gzip; the budget is 10 KB/,
    );
    expect(weightFaults(site({ ...files, 'a/index.html': `${text}<figure class="figure"></figure>` }))).toEqual([]);
  });
  it('allows a page whose code runs a little more than one of text alone', () => {
    const files = { '_astro/a.js': noise(13_500) };
    const text = '<script src="/x/_astro/a.js"></script>';
    expect(weightFaults(site({ ...files, 'a/index.html': text })).join()).toContain('the budget is 10 KB');
    expect(weightFaults(site({ ...files, 'a/index.html': `${text}<code-cell></code-cell>` }))).toEqual([]);
    const more = site({ '_astro/a.js': noise(20_000), 'a/index.html': `${text}<code-cell></code-cell>` });
    expect(weightFaults(more).join()).toContain('the budget is 12 KB');
  });
  it('weighs styles that stand in the page with those that it links', () => {
    const built = site({ 'a/index.html': `<head><style>${noise(30_000)}</style></head>` });
    expect(weightFaults(built).join()).toMatch(/\/a\/: its styles weigh \d+\.\d KB gzip; the budget is 20 KB/);
  });
  it('finds a page that is too long for a browser, however well it packs', () => {
    const built = site({ 'a/index.html': '<p>a</p>'.repeat(250_000) });
    expect(weightFaults(built)).toEqual([
      '/a/: its HTML is 2000 KB; the budget is 1800 KB. Tell it in two chapters, or with fewer figures.',
    ]);
  });
  it('finds heavy styles, and a heavy opening page', () => {
    const built = site({
      'index.html': `<link rel="stylesheet" href="/x/s.css"><p>${noise(40_000)}</p>`,
      's.css': noise(40_000),
    });
    expect(weightFaults(built).map((fault) => fault.replace(/\d+\.\d/, 'N'))).toEqual([
      '/: its styles weigh N KB gzip; the budget is 20 KB.',
      '/: its HTML weigh N KB gzip; the budget is 25 KB.',
    ]);
  });
});

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
