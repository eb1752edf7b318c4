import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ourSite, starlightSite, type MadeSite } from './build/sites.ts';

const goals = { timesStarlight: 1.5, gigabytes: 2.5 } as const;

/** What a build took: seconds by the clock and of the processor, and the most memory, in gigabytes. */
interface Took {
  readonly seconds: number;
  readonly processor: number;
  readonly memory: number;
}

/** Says at its end what the process has used. */
const meter = `data:text/javascript,process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write('\\nused ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS + '\\n');
})`.replaceAll('\n', ' ');

function built({ root, command }: MadeSite, pages: number): Took {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', meter, ...command], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  const used = /used (\d+) (\d+)/.exec(stderr);
  if (status !== 0 || !used) throw new Error(`${root} was not built:\n${stdout}\n${stderr}`);
  const made = globSync('dist/lesson-*/index.html', { cwd: root }).length;
  if (made !== pages) throw new Error(`${root} has ${made} lessons, not ${pages}.`);
  return { seconds, processor: Number(used[1]) / 1e6, memory: Number(used[2]) / 1e6 };
}

/**
 * `npm run bench build [-- --lessons 30,100,300]`: how long sites of so many lessons take to be built, beside
 * Starlight with the same text, in turns.
 */
export function buildBench(flags: readonly string[]): void {
  const { values } = parseArgs({ args: [...flags], options: { lessons: { type: 'string', default: '30,100,300' } } });
  const sizes = values.lessons.split(',').map(Number);
  console.log(
    `builds on ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}`,
  );
  const row = (...cells: readonly string[]): void => console.log(cells.map((cell) => cell.padStart(11)).join(''));
  row('lessons', 'ours, s', 'processor', 'GB', 'Starlight', 'processor', 'GB', 'ratio', 'processor');
  const show = ({ seconds, processor, memory }: Took): string[] => [
    seconds.toFixed(1),
    processor.toFixed(1),
    memory.toFixed(2),
  ];
  for (const lessons of sizes) {
    const theirs = built(starlightSite(lessons), lessons);
    const ours = built(ourSite(lessons), lessons);
    const ratio = ours.seconds / theirs.seconds;
    row(
      String(lessons),
      ...show(ours),
      ...show(theirs),
      ratio.toFixed(2),
      (ours.processor / theirs.processor).toFixed(2),
    );
    if (lessons !== sizes.at(-1)) continue;
    const isWithin = (is: boolean): string => (is ? 'within' : 'over');
    console.log(
      `${isWithin(ratio <= goals.timesStarlight)} ${goals.timesStarlight} times Starlight’s time; ${isWithin(ours.memory <= goals.gigabytes)} ${goals.gigabytes} GB`,
    );
  }
}
