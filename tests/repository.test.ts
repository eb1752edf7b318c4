import { afterEach, expect, it, vi } from 'vitest';
import { inRepository } from '../src/repository.ts';

afterEach(() => vi.unstubAllEnvs());

it('leads to a file and a line of the repository that the build was told of', () => {
  vi.stubEnv('SITE_SOURCE', 'https://example.org/a/b/blob/main');
  expect(inRepository('lib/tensor.ts')).toBe('https://example.org/a/b/blob/main/lib/tensor.ts');
  expect(inRepository('lib/tensor.ts', 3)).toBe('https://example.org/a/b/blob/main/lib/tensor.ts#L3');
});

it('leads nowhere where the build was told of none', () => {
  vi.stubEnv('SITE_SOURCE', '');
  expect(inRepository('lib/tensor.ts')).toBeUndefined();
});
