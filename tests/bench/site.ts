import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../site/browser.ts';
import { asked, readSiteFlags, type SiteFlags } from './site-flags.ts';
import {
  comparisons,
  mergeRuns,
  ratio,
  sameAct,
  siteGoalLines,
  siteGoalResults,
  slowestActs,
  throttlesOf,
  worstShift,
  writeBench,
  type PageResult,
  type SiteBench,
} from './site-goals.ts';
import { serveSite } from './site-server.ts';
import { visit } from './site-visit.ts';

const record = join(import.meta.dirname, 'site-before.json');

/** What the flags ask for; nothing, once it has been said, when they cannot be read. */
function readOrSay(flags: readonly string[]): SiteFlags | undefined {
  try {
    return readSiteFlags(flags);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 2;
    return undefined;
  }
}

async function built(): Promise<string> {
  const outDir = resolve('dist');
  await build({ root: resolve('.'), outDir, logLevel: 'error' });
  return outDir;
}

/** Visits the pages of each site in turns, so that whatever else the machine does falls on all of them alike. */
async function measure(browser: Browser, folders: readonly string[], flags: SiteFlags): Promise<SiteBench[]> {
  const sites = await Promise.all(folders.map(serveSite));
  try {
    const pages = asked([...new Set(sites.flatMap((site) => site.pages.map((page) => `/${page}`)))], flags.only);
    if (pages.length === 0) throw new Error(`No page’s address holds “${flags.only}”.`);
    const measured = sites.map(() => new Map<string, Omit<PageResult, 'page'>[]>());
    for (let run = 0; run < flags.runs; run++) {
      // Whoever comes second finds the machine warm.
      const turns = [...sites.entries()];
      if (run % 2 === 1) turns.reverse();
      for (const page of pages)
        for (const throttle of flags.throttles)
          for (const [index, site] of turns) {
            if (!site.pages.includes(page.slice(1))) continue;
            console.error(`run ${run + 1} of ${flags.runs}: ${page} at ${throttle} ×, ${folders[index]}`);
            const { load, acts } = await visit(browser, site.address + page.slice(1), throttle);
            const runs = measured[index]!;
            runs.set(page, [
              ...(runs.get(page) ?? []),
              { load, acts: acts.map(({ figure, act, ms, answer }) => ({ figure, act, throttle, ms, answer })) },
            ]);
          }
    }
    return measured.map((runs) => ({
      processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
      runtime: `Chromium ${browser.version()}`,
      runs: flags.runs,
      pages: [...runs].map(([page, each]) => mergeRuns(page, each)),
    }));
  } finally {
    for (const site of sites) site.close();
  }
}

function print(title: string, bench: SiteBench, before: SiteBench | undefined): void {
  console.log(`\n${title}, on ${bench.processor}, ${bench.runtime}, medians of ${bench.runs}`);
  for (const { page, load, acts } of bench.pages)
    console.log(
      load
        ? `${page}: largest paint ${load.lcp.toFixed(0)} ms, blocked ${load.blocked.toFixed(0)} ms, shift ${worstShift(load).toFixed(3)} (loading ${load.shiftLoading.toFixed(3)}, scrolling ${load.shiftScrolling.toFixed(3)}, first touch ${load.shiftTouching.toFixed(3)}), ${load.elements} elements, ${load.laidOut} with a box, ${load.layoutObjects} nodes laid out; ${acts.length} acts`
        : `${page}: ${acts.length} acts`,
    );
  for (const throttle of throttlesOf(bench)) {
    console.log(`\nthe slowest acts at ${throttle} ×`);
    for (const act of slowestActs(bench, throttle, 10)) {
      const was = before && sameAct(before, act);
      const gain = ratio(was, act.ms);
      console.log(
        `${act.ms.toFixed(0).padStart(8)} ms  ${act.page} ${act.figure}, ${act.act}` +
          (act.answer === undefined ? '' : `; its answer ${act.answer.toFixed(0)} ms`) +
          (gain === undefined ? '' : `; before ${was!.toFixed(0)} ms, ${gain.toFixed(2)} ×`),
      );
    }
  }
  if (before) {
    const compared = comparisons(before, bench);
    console.log(
      compared.length > 0
        ? '\nbefore → now, and how many times as much it was'
        : '\nNo page of these was measured before.',
    );
    for (const { name, before: was, now: is, ratio: gain } of compared) {
      const show = (value: number): string => value.toFixed(value < 1 ? 3 : 0);
      console.log(`  ${name}: ${show(was)} → ${show(is)}${gain === undefined ? '' : `, ${gain.toFixed(2)} ×`}`);
    }
  }
  console.log('');
  for (const line of siteGoalLines(siteGoalResults(bench))) console.log(line);
}

/**
 * Opens every page of the built site on a phone, and uses every control of every figure, on a
 * desk and on the phone.
 *
 * @param flags `--dist FOLDER` a site that is built already, `--beside FOLDER` another, of before,
 *   in turns with it, `--only PAGE`, `--runs 3`, `--throttle 1,4`, `--json FILE` writes the medians.
 */
export async function siteBench(flags: readonly string[]): Promise<void> {
  const read = readOrSay(flags);
  if (!read) return;
  const { dist, beside: other, json } = read;
  const folders = [dist ?? (await built()), ...(other === undefined ? [] : [other])];
  const browser = await launchBrowser();
  try {
    const [bench, beside] = await measure(browser, folders, read);
    if (json) writeFileSync(json, writeBench(bench!));
    if (beside) print('beside', beside, undefined);
    print('the site', bench!, beside ?? (JSON.parse(readFileSync(record, 'utf8')) as SiteBench));
  } finally {
    await browser.close();
  }
}
