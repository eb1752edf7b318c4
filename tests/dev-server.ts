import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What of the repository `npm run dev` needs; packages are found above the copy. */
const parts = ['lib', 'components', 'content', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json'];
const kept = ['.cache/encoder', '.cache/kept'];

/** Tells, when it is asked, how much of the processor has been used. */
const meter = `data:text/javascript,process.on('message', () => process.send(process.cpuUsage()))`;

/** Copies the site to where an edit changes nothing of the repository, with what it keeps on disk or without. */
export function copySite(root: string, isKept: boolean): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const path of parts) cpSync(path, join(root, path), { recursive: true });
  if (isKept) for (const path of kept.filter((path) => existsSync(path))) symlinkSync(resolve(path), join(root, path));
  const allow = JSON.stringify([resolve('.')]);
  writeFileSync(
    join(root, 'dev.config.mjs'),
    `import config from './astro.config.mjs';\nexport default { ...config, vite: { ...config.vite, server: { fs: { allow: ${allow} } } } };\n`,
  );
}

export interface DevServer {
  /** `http://localhost:4321/` */
  readonly address: string;
  /** Seconds of the processor since it began. */
  readonly processor: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts `astro dev` in a copy of the site, and waits until it can be asked. */
export async function startDev(root: string): Promise<DevServer> {
  const program = resolve('node_modules/astro/bin/astro.mjs');
  const server: ChildProcess = spawn(
    process.execPath,
    ['--import', meter, program, 'dev', '--config', 'dev.config.mjs', '--port', '0'],
    // Of what Vitest sets, Vite would take the base and the mode.
    {
      cwd: root,
      env: { PATH: process.env['PATH'], ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let log = '';
  const address = await new Promise<string>((found, fail) => {
    server.on('exit', () => fail(new Error(log)));
    for (const stream of [server.stdout!, server.stderr!])
      stream.on('data', (said: Buffer) => {
        log += String(said);
        const [at] = /http:\/\/localhost:\d+\//.exec(log) ?? [];
        if (at !== undefined) found(at);
      });
  });
  return {
    address,
    processor: () =>
      new Promise((tell) => {
        server.once('message', ({ user, system }: NodeJS.CpuUsage) => tell((user + system) / 1e6));
        server.send('');
      }),
    stop: () =>
      new Promise((stopped) => {
        server.on('exit', () => stopped());
        server.kill();
      }),
  };
}
