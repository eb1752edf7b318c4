import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('installs without warnings of an older Node, which no reader of them can use: the lock file brings a newer one', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n');
  for (const quiet of ['loglevel=error', 'fund=false', 'audit=false', 'update-notifier=false'])
    expect(settings).toContain(quiet);
  expect(readFileSync('README.md', 'utf8')).toContain('npm’s warnings about an older one are left out');
});
