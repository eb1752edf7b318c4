import { describe, expect, it } from 'vitest';
import { scalesFor, weightFaults } from '../../src/audit/weight.ts';
import { site } from './site-of.ts';

/** Text that gzip cannot shrink. */
function noise(bytes: number): string {
  let state = 1;
  return Array.from({ length: bytes }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

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
