/** That the notebook can be read, cited and printed like a paper. */
import { readFileSync } from 'node:fs';
import { inject, describe, expect, test } from 'vitest';
import { claims } from '../../lib/claims/index.ts';
import { pageAt, readSite } from '../../src/audit/site.ts';

const base = new URL(inject('site')).pathname;
const site = readSite(inject('folder'), base);
const documentOf = (path: string): Document => pageAt(site, base + path)!.document;

describe('the page of claims', () => {
  const document = documentOf('claims/');
  const entries = [...document.querySelectorAll('.entry')];

  test('has each claim once, under its chapter and section', () => {
    expect(entries.map(({ id }) => id).toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
    expect(entries.filter((entry) => !entry.closest('section')?.querySelector('h2'))).toEqual([]);
    expect(document.querySelectorAll('h3 a').length).toBeGreaterThan(5);
  });

  test('leads from each to the very place that states it', () => {
    for (const entry of entries) {
      const links = [...entry.querySelectorAll<HTMLAnchorElement>('.told a')];
      expect(links.length, entry.id).toBeGreaterThan(0);
      for (const link of links) {
        const [path, anchor] = link.getAttribute('href')!.split('#');
        const place = pageAt(site, path!)!.document.getElementById(anchor!)!;
        // The number, the question that asks for it, or the figure whose caption states it.
        const says =
          place.matches('.predict .ask') ||
          [place, ...place.querySelectorAll('.claim')].some((each) =>
            each.getAttribute('href')?.endsWith(`/claims/#${entry.id}`),
          );
        expect(says, `${entry.id} at ${link.getAttribute('href')}`).toBe(true);
      }
    }
  });

  test('names what measures each, by file and line, and what tests it', () => {
    for (const entry of entries) {
      const [measured, tested] = [...entry.querySelectorAll('.made :is(a, code)')].map((each) => each.textContent!);
      const [path, line] = measured!.split(':');
      const source = readFileSync(path!, 'utf8').split('\n');
      expect(source[Number(line) - 1], entry.id).toContain(entry.id);
      expect(readFileSync(tested!, 'utf8')).toContain('it.each(claims.map');
    }
  });
});
