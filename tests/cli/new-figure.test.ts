import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The repository as a newcomer has it, to be written to. */
const copy = mkdtempSync(join(tmpdir(), 'new-figure-'));
const chapter = 'content/lessons/attention/index.mdx';
const run = (...args: string[]) =>
  spawnSync('node', ['src/cli/new-figure.ts', ...args], { cwd: copy, encoding: 'utf8' });

beforeAll(() => {
  for (const path of execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n'))
    if (!path.startsWith('tests/')) cpSync(path, join(copy, path));
  cpSync('.cache/encoder', join(copy, '.cache/encoder'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

describe('npm run new:figure', () => {
  it('refuses what is no name, a name that is taken, and what is no chapter', () => {
    for (const [args, sentence] of [
      [[], /“” is no name for a figure: give lower-case words joined by hyphens/],
      [['Masks'], /“Masks” is no name/],
      [['masks'], /components\/figures\/masks is there already/],
      [['brand-new', '--chapter', 'nowhere.mdx'], /nowhere\.mdx is no chapter/],
    ] as const) {
      const { status, stderr } = run(...args);
      expect(status, args.join(' ')).toBe(1);
      expect(stderr).toMatch(sentence);
    }
  });

  it('writes a figure that lints, builds, and is whole in the HTML', { timeout: 180_000 }, () => {
    expect(run('brand-new', '--chapter', chapter).status).toBe(0);
    const made = ['components/figures/brand-new', 'content/figures/brand-new.mdx', chapter];
    for (const [tool, ...args] of [
      ['eslint', '--max-warnings', '0', ...made],
      ['prettier', '--check', ...made],
      ['astro', 'build', '--outDir', 'made'],
    ] as const) {
      const { status, stdout, stderr } = spawnSync('npx', [tool, ...args], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production', SITE_BASE: '/' },
      });
      expect(status, `${tool}: ${stdout}${stderr}`).toBe(0);
    }
    for (const page of ['embed/brand-new', 'attention']) {
      const { document } = parseHTML(readFileSync(join(copy, 'made', page, 'index.html'), 'utf8'));
      const figure = document.querySelector('live-brand-new')!;
      expect(figure.querySelector('.title')!.textContent).toBe('Brand new');
      expect(figure.querySelectorAll('svg rect').length).toBeGreaterThan(2);
      expect(figure.querySelector('.readout')!.textContent).toBe('At T = 1, key near has weight 0.87');
      expect([...figure.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['', '0.87', '0.12', '0.02']);
    }
  });
});
