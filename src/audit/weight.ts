import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileAt, type BuiltPage, type BuiltSite } from './site.ts';

const kilobyte = 1000;

/** The most that a page may weigh, in bytes after gzip. */
export const budgets = {
  textScript: 10 * kilobyte,
  figureScript: 95 * kilobyte,
  styles: 20 * kilobyte,
  openingHtml: 25 * kilobyte,
  openingAll: 250 * kilobyte,
} as const;

export interface PageWeight {
  readonly path: string;
  readonly figures: number;
  readonly html: number;
  readonly scripts: number;
  readonly styles: number;
}

const zipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/**
 * Weighs a page as it comes, its scripts with all that they import at once. What they import
 * later (Plot, the worker) waits until a reader touches a figure; that it does wait, the
 * browser tests hold.
 */
export function weigh(site: BuiltSite, page: BuiltPage): PageWeight {
  const files = (selector: string, attribute: string): string[] =>
    [...page.document.querySelectorAll(selector)].flatMap(
      (element) => fileAt(site, element.getAttribute(attribute)!) ?? [],
    );
  const scripts = new Set<string>();
  for (const entry of files('script[src]', 'src')) addImports(entry, scripts);
  const inline = (selector: string): number => {
    const text = [...page.document.querySelectorAll(selector)].map((element) => element.textContent ?? '').join('');
    return text === '' ? 0 : zipped(text);
  };
  const sum = (paths: Iterable<string>): number =>
    [...paths].reduce((total, path) => total + zipped(readFileSync(path)), 0);
  return {
    path: page.path,
    figures: page.document.querySelectorAll('figure.figure').length,
    html: zipped(page.html),
    scripts: sum(scripts) + inline('script:not([src])'),
    styles: sum(new Set(files('link[rel=stylesheet]', 'href'))) + inline('head style'),
  };
}

function addImports(file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
  for (const [, name] of imports) addImports(join(file, '..', name!), seen);
}

/** Every page over its budget: a sentence each. */
export function weightFaults(site: BuiltSite): string[] {
  return site.pages.flatMap((page) => {
    const weight = weigh(site, page);
    const checks: [string, number, number][] = [
      ['scripts', weight.scripts, weight.figures > 0 ? budgets.figureScript : budgets.textScript],
      ['styles', weight.styles, budgets.styles],
      ...(page.path === '/' ? [['HTML', weight.html, budgets.openingHtml] as [string, number, number]] : []),
    ];
    return checks
      .filter(([, bytes, budget]) => bytes > budget)
      .map(
        ([what, bytes, budget]) =>
          `${page.path}: its ${what} weigh ${(bytes / kilobyte).toFixed(1)} KB gzip; the budget is ${budget / kilobyte} KB.`,
      );
  });
}
