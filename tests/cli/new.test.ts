import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given } from '../../src/cli/from-template.ts';
import { keptIn } from '../../src/kept/keep.ts';

/** The repository as a newcomer has it, to be written to. */
const copy = mkdtempSync(join(tmpdir(), 'new-'));
const chapter = 'content/lessons/attention/index.mdx';
const run = (command: 'figure' | 'lesson', ...args: string[]) =>
  spawnSync('node', [`src/cli/new-${command}.ts`, ...args], { cwd: copy, encoding: 'utf8' });
const pageOf = (address: string): Document =>
  parseHTML(readFileSync(join(copy, 'made', address, 'index.html'), 'utf8')).document;

/** Writes the files that a text shows whole, each below its path, and gives their paths. */
function shownIn(text: string): string[] {
  const files = readFileSync(text, 'utf8').matchAll(/^`([\w./-]+)`\n\n(`{3,})\w+\n(.*?)^\2$/gms);
  return [...files].map(([, path, , content]) => {
    mkdirSync(dirname(join(copy, path!)), { recursive: true });
    writeFileSync(join(copy, path!), content!);
    return path!;
  });
}

const over = new AbortController();
/** Runs a tool in the copy, and fails with all that it said. */
function passes(...[tool, ...args]: readonly [string, ...string[]]): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', SITE_BASE: '/' };
  const options = { cwd: copy, env, signal: over.signal };
  return new Promise((pass, fail) =>
    execFile(resolve('node_modules/.bin', tool), args, options, (error, stdout, stderr) =>
      error ? fail(new Error(`${tool}: ${stdout}${stderr}`)) : pass(),
    ),
  );
}

beforeAll(() => {
  for (const path of execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n'))
    if (!/^tests\/(site|conformance|bench)\//.test(path) && existsSync(path)) cpSync(path, join(copy, path));
  cpSync('.cache/encoder', join(copy, '.cache/encoder'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  // Where one tool finds fault, the others are still at work.
  over.abort();
  rmSync(copy, { recursive: true, force: true });
});

describe('npm run new:figure and new:lesson', () => {
  it.each([
    ['figure', [], /“” is no name for a figure: give lower-case words joined by hyphens/],
    ['figure', ['Masks'], /“Masks” is no name/],
    ['figure', ['masks'], /components\/figures\/masks is there already/],
    ['figure', ['brand-new', '--chapter', 'nowhere.mdx'], /nowhere\.mdx is no chapter/],
    ['lesson', [], /“” is no name for a lesson: give lower-case words joined by hyphens/],
    ['lesson', ['Brand/New'], /“Brand\/New” is no name/],
    ['lesson', ['attention'], /content\/lessons\/attention is there already/],
    ['lesson', ['claims'], /\/claims\/ is the address of another page/],
    ['lesson', ['brand-new', '--registers', 'code,poetry'], /“poetry” is no register.* takes plain-english, code/],
    ['lesson', ['brand-new', '--registers', ''], /“” is no register/],
  ] as const)('refuse for a %s %j, in a sentence, and write nothing', (command, args, sentence) => {
    const { status, stdout, stderr } = run(command, ...args);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([1, '']);
    for (const folder of ['components/figures', 'content/lessons'])
      expect(existsSync(join(copy, folder, 'brand-new'))).toBe(false);
  });
});

describe('what was not given', () => {
  const terminal = () => ({ input: Object.assign(new PassThrough(), { isTTY: true }), output: new PassThrough() });
  it('is asked for in a terminal, with what is taken if nothing is said', async () => {
    const said = terminal();
    said.input.end('  code \n');
    expect(await given(undefined, 'Which?', 'academic', said)).toBe('code');
    said.output.end();
    expect(await text(said.output)).toContain('Which? [academic] ');
    const silent = terminal();
    silent.input.end('\n');
    expect(await given(undefined, 'Which?', 'academic', silent)).toBe('academic');
  });
  it('is not asked for where nobody could answer', async () => {
    expect(await given(undefined, 'Which?', 'academic', { ...terminal(), input: new PassThrough() })).toBe('academic');
    expect(await given('plain-english', 'Which?', 'academic', terminal())).toBe('plain-english');
  });
});

describe('what was written', () => {
  beforeAll(async () => {
    expect(run('figure', 'colder-and-hotter', '--chapter', chapter).status).toBe(0);
    expect(run('lesson', 'brand-new').stdout).toContain('/brand-new/plain-english/');
    expect(run('lesson', 'told-once', '--registers', 'plain-english').stdout).toBe(
      'wrote content/lessons/told-once/index.mdx\nWith npm run dev: /told-once/\n',
    );
    const made = ['components/figures/colder-and-hotter', 'content/figures/colder-and-hotter.mdx', chapter];
    const lessons = ['brand-new', 'told-once', 'shares'].map((name) => `content/lessons/${name}`);
    const tests = shownIn('CONTRIBUTING.md').filter((path) => path.startsWith('tests/'));
    expect(tests).toHaveLength(1);
    // A figure and a lesson change none of what is computed of models and claims.
    const keptThen = execFileSync(
      'node',
      ['-p', "import('./src/kept/keep.ts').then(({ keptIn }) => console.log(keptIn)), ''"],
      { cwd: copy, encoding: 'utf8' },
    ).trim();
    if (existsSync(keptIn)) cpSync(keptIn, join(copy, keptThen), { recursive: true });
    await Promise.all([
      passes('astro', 'build', '--outDir', 'made'),
      (async () => {
        await passes('eslint', '--max-warnings', '0', ...made, ...lessons, ...tests);
        await passes('prettier', '--check', ...made, ...lessons, ...tests);
        const ofContent = ['places', 'predict', 'language'].map((name) => `tests/content/${name}.test.ts`);
        await passes('vitest', 'run', '--project', 'unit', ...ofContent, ...tests);
      })(),
    ]);
  }, 300_000);

  it('is a figure that is whole in the HTML', () => {
    for (const page of ['embed/colder-and-hotter', 'attention']) {
      const figure = pageOf(page).querySelector('live-colder-and-hotter')!;
      expect(figure.querySelector('.title')!.textContent).toBe('Colder and hotter');
      expect(figure.querySelectorAll('svg rect').length).toBeGreaterThan(2);
      expect(figure.querySelector('.readout')!.textContent).toBe('At T = 1, key near has weight 0.87');
      expect([...figure.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['', '0.87', '0.12', '0.02']);
    }
  });

  it('is a lesson in three registers, led to from every page, with one of each part that chapters are made of', () => {
    const links = [...pageOf('').querySelectorAll('.lesson-list a')].map((link) => link.getAttribute('href'));
    for (const register of ['', 'plain-english/', 'code/', 'academic/'])
      expect(links).toContain(`/brand-new/${register}`);
    const parts = [
      'a.term',
      '.claim',
      'predict-first',
      'figure.figure',
      '.tally',
      '.equation',
      '.listing',
      'code-cell',
    ];
    const chapters = ['plain-english', 'code', 'academic'].map((register) => pageOf(`brand-new/${register}`));
    for (const part of [...parts, '.references'])
      expect(
        chapters.some((page) => page.querySelector(part)),
        part,
      ).toBe(true);
    // And each has what every chapter needs.
    for (const page of chapters)
      for (const part of parts.slice(0, 5)) expect(page.querySelector(part), part).toBeTruthy();
  });

  it('is a lesson of one page where it is told in one register', () => {
    expect(readdirSync(join(copy, 'content/lessons/told-once'))).toEqual(['index.mdx']);
    const page = pageOf('told-once');
    expect(page.querySelector('h1')!.textContent.trim()).toBe('Told once');
    expect(page.querySelector('.registers')).toBeNull();
    for (const part of ['a.term', '.claim', 'predict-first', 'figure.figure', '.tally'])
      expect(page.querySelector(part), part).toBeTruthy();
  });

  it('is the whole lesson that CONTRIBUTING shows, built as it stands there', () => {
    expect(readdirSync(join(copy, 'content/lessons/shares'))).toEqual([
      'code.mdx',
      'index.mdx',
      'places.ts',
      'plain-english.mdx',
    ]);
    expect(pageOf('shares/plain-english').querySelector('figure.figure')).toBeTruthy();
    expect(pageOf('shares/code').querySelector('code-cell')).toBeTruthy();
  });
});
