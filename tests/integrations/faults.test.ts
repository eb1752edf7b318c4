import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { compile } from '@mdx-js/mdx';
import { afterAll, describe, expect, it } from 'vitest';
import { Fault } from '../../components/fault.ts';
import { sayPlainly } from '../../src/integrations/faults.ts';

const page = 'tests/integrations/faulty-site/src/pages/index.mdx';
const out = mkdtempSync(join(tmpdir(), 'faulty-site-'));
afterAll(() => {
  rmSync(page, { force: true });
  rmSync(out, { recursive: true });
});

/** What a build of one page prints, without the steps, which have their time before them. */
function printed(text: string): string {
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, text);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/astro/bin/astro.mjs'),
      ...['build', '--root', 'tests/integrations/faulty-site', '--outDir', out],
    ],
    // Of what Vitest sets, Vite would take the base and the mode.
    { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  const lines = (stdout + stderr).trim().split('\n');
  return lines.filter((line) => !/^\d\d:\d\d:\d\d /.test(line)).join('\n');
}

it('of a fault in a text a build prints where, what and what is expected, and nothing more', () => {
  const text =
    '---\ntitle: One\n---\n\nimport Term from \'#components/prose/Term.astro\';\n\nA <Term idd="query">query</Term>.\n';
  expect(printed(text)).toBe(`${page}:7:9: <Term> does not take idd. It takes: id.`);
}, 60_000);

describe('sayPlainly(plugins)', () => {
  /** What becomes of an error of the plugin that reads MDX. */
  async function said(error: unknown): Promise<unknown> {
    const handler: (code: string, id: string) => unknown = () => {
      throw error;
    };
    const plugin = { name: '@mdx-js/rolldown', transform: { handler } };
    sayPlainly([{ name: 'another' }, plugin]);
    return Promise.resolve(plugin.transform.handler('', resolve(page))).catch((error: unknown) => error);
  }

  it('takes from a fault what the plugin put on it', async () => {
    const error = Object.assign(new Fault('a.mdx:1:1: So.'), { loc: { file: 'a.mdx' }, stack: 'at handler' });
    expect(await said(error)).toEqual(new Fault('a.mdx:1:1: So.'));
    expect(await said(error)).not.toHaveProperty('loc');
    expect(await said(error)).toHaveProperty('stack', '');
  });

  it('says of what cannot be read where it stands', async () => {
    const unread: unknown = await compile('A *b*.\n\n<Term id="query">\n').catch((error: unknown) => error);
    expect(await said(unread)).toEqual(new Fault(`${page}:3:1: Expected a closing tag for \`<Term>\` (3:1-3:18)`));
  });

  it('leaves an error of the code as it is', async () => {
    const error = new TypeError('undefined is no function');
    expect(await said(error)).toBe(error);
  });
});
