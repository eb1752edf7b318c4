import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileAt, type BuiltPage, type BuiltSite } from './site.ts';

const kilobyte = 1000;

/** The most that a page may weigh, in bytes after gzip, and its HTML besides as it is read: each byte becomes an element. */
export const budgets = {
  html: 1800 * kilobyte,
  textScript: 10 * kilobyte,
  cellScript: 12 * kilobyte,
  figureScript: 95 * kilobyte,
  styles: 20 * kilobyte,
  openingHtml: 25 * kilobyte,
  openingAll: 250 * kilobyte,
} as const;

export interface PageWeight {
  readonly path: string;
  readonly figures: number;
  readonly cells: number;
  readonly html: number;
  readonly scripts: number;
  readonly styles: number;
}

const zipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/**
 * Weighs pages as they come, their scripts with all that those import at once. What they import
 * later (Plot, the worker) waits until a reader touches a figure; that it does wait, the
 * browser tests hold. What several pages share is weighed once.
 */
export function scalesFor(site: BuiltSite): (page: BuiltPage) => PageWeight {
  const weights = new Map<string, number>();
  const once = (key: string, content: () => string | Uint8Array): number => {
    if (!weights.has(key)) weights.set(key, zipped(content()));
    return weights.get(key)!;
  };
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + once(file, () => readFileSync(file)), 0);
  const inline = (text: string): number => (text === '' ? 0 : once(text, () => text));
  const filesAt = (addresses: readonly string[]): string[] =>
    addresses.flatMap((address) => fileAt(site, address) ?? []);
  return ({ path, file, facts }) => {
    const scripts = new Set<string>();
    for (const entry of filesAt(facts.scripts)) addImports(entry, scripts);
    return {
      path,
      figures: facts.figures,
      cells: facts.cells,
      html: once(file, () => readFileSync(file)),
      scripts: sum(scripts) + inline(facts.inlineScript),
      styles: sum(new Set(filesAt(facts.styles))) + inline(facts.inlineStyle),
    };
  };
}

function addImports(file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
  for (const [, name] of imports) addImports(join(file, '..', name!), seen);
}

/** The most that the scripts of a page may weigh, by what works on it. */
export const scriptBudget = ({ figures, cells }: Pick<PageWeight, 'figures' | 'cells'>): number =>
  figures > 0 ? budgets.figureScript : cells > 0 ? budgets.cellScript : budgets.textScript;

/** Every page over its budget: a sentence each. */
export function weightFaults(site: BuiltSite): string[] {
  const weigh = scalesFor(site);
  return site.pages.flatMap((page) => {
    const weight = weigh(page);
    const checks: [string, number, number][] = [
      ['scripts', weight.scripts, scriptBudget(weight)],
      ['styles', weight.styles, budgets.styles],
      ...(page.path === '/' ? [['HTML', weight.html, budgets.openingHtml] as [string, number, number]] : []),
    ];
    const { size } = statSync(page.file);
    return [
      ...checks
        .filter(([, bytes, budget]) => bytes > budget)
        .map(
          ([what, bytes, budget]) =>
            `${page.path}: its ${what} weigh ${(bytes / kilobyte).toFixed(1)} KB gzip; the budget is ${budget / kilobyte} KB.`,
        ),
      ...(size > budgets.html
        ? [
            `${page.path}: its HTML is ${Math.round(size / kilobyte)} KB; the budget is ${budgets.html / kilobyte} KB. Tell it in two chapters, or with fewer figures.`,
          ]
        : []),
    ];
  });
}
