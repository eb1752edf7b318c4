import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { copySite, startDev, type DevServer } from '../dev-server.ts';

/** Seconds that an author waits at the most. */
const goals = { 'the first page': 3, 'another page': 1.5, 'an edit': 1 } as const;

/** One page of each kind, the first first. */
const pages = [
  ...['', 'attention/', 'attention/plain-english/', 'attention/code/', 'attention/academic/', 'cost/code/'],
  ...['authoring/guide/', 'attention/worksheet/', 'gallery/', 'glossary/', 'claims/', 'api/', 'embed/masks/'],
];
const chapter = 'attention/code/';
const root = resolve('.cache/site-in-dev');

async function time(
  server: DevServer,
  kind: keyof typeof goals,
  name: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const [start, used] = [performance.now(), await server.processor()];
  await act();
  const seconds = (performance.now() - start) / 1000;
  const processor = (await server.processor()) - used;
  const judged = seconds <= goals[kind] ? 'within' : 'over';
  console.log(
    `${name.padEnd(28)}${seconds.toFixed(2).padStart(8)}${processor.toFixed(2).padStart(11)}  ${judged} ${goals[kind]} s`,
  );
}

const get = async (address: string): Promise<string> => (await fetch(address)).text();

/** `npm run bench dev`: how long an author waits for pages and edits in `npm run dev` who opens the first page two seconds after it is ready, with nothing kept on disk and with all. */
export async function devBench(): Promise<void> {
  console.log(
    `npm run dev on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}`,
  );
  copySite(root, false);
  for (const kept of ['nothing kept', 'all kept']) {
    const start = performance.now();
    const server = await startDev(root);
    console.log(`\n${kept.padEnd(28)}${'seconds'.padStart(8)}${'processor'.padStart(11)}`);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    console.log(`${'ready'.padEnd(28)}${seconds.padStart(8)}${(await server.processor()).toFixed(2).padStart(11)}`);
    // Who starts it reads the address and opens a browser.
    await new Promise((opened) => setTimeout(opened, 2000));
    for (const [at, page] of pages.entries())
      await time(server, at === 0 ? 'the first page' : 'another page', `/${page}`, () => get(server.address + page));
    const file = join(root, `content/lessons/${chapter.slice(0, -1)}.mdx`);
    await time(server, 'an edit', `an edit of /${chapter}`, async () => {
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nSeen in ${kept}.\n`);
      while (!(await get(server.address + chapter)).includes(`Seen in ${kept}.`));
    });
    await server.stop();
  }
  rmSync(root, { recursive: true });
}
