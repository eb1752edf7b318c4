import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

it('a base without its slash stops the build with one sentence, before it makes hundreds of dead links', async () => {
  vi.stubEnv('SITE_BASE', 'my-fork/');
  await expect(import('../astro.config.mjs')).rejects.toThrow(
    'SITE_BASE is my-fork/, and begins with no slash: every link would be dead. Write /my-fork/.',
  );
});
