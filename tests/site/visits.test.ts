/** Tests share pages: none finds what another left. */
import { expect, test } from 'vitest';
import { openPage } from './site.ts';

const kept = async () => ({
  local: localStorage.getItem('left'),
  session: sessionStorage.getItem('left'),
  isCached: await caches.has('left'),
  isDark: matchMedia('(prefers-color-scheme: dark)').matches,
  width: innerWidth,
});

test('a visit leaves what it can', async () => {
  const page = await openPage('claims/', { width: 360, colorScheme: 'dark' });
  await page.evaluate(async () => {
    localStorage.setItem('left', 'here');
    sessionStorage.setItem('left', 'here');
    await caches.open('left');
  });
  await page.context().setOffline(true);
});

test('the next one finds nothing of it', async () => {
  const page = await openPage('claims/');
  expect(await page.evaluate(kept)).toEqual({
    local: null,
    session: null,
    isCached: false,
    isDark: false,
    width: 1280,
  });
});
