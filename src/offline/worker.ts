import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import type { Build, WorkerScope } from './worker-scope.ts';

/**
 * Answers for the site where there is no connection. Pages and what they are made of are fetched ahead when it is
 * installed, the rest is kept when it was used; the next build's worker, once it has all of its own, drops what is not
 * of its build. It becomes the reader's when they ask for it or come back. The model is not its concern: the page
 * keeps that.
 */
declare const self: WorkerScope;
/** The build writes it before this script. */
declare const build: Build;

const { scope } = self.registration;
/** Other sites may stand beside this one, and share its storage. */
const ours = `site ${scope} `;
const plain = (url: string): string => url.replace(/[?#].*$/, '');

const listOf = (files: Build['files']): PrecacheController => {
  const list = new PrecacheController({ cacheName: `${ours}ahead` });
  list.strategy.matchOptions = { ignoreVary: true };
  list.addToCacheList([...files]);
  return list;
};
const ahead = listOf(build.files);
self.addEventListener('activate', (event) => void ahead.activate(event));
// A list is fetched one file after another: over a slow line a few lists are there sooner, and the reader's own
// requests still come first.
for (const turn of [0, 1, 2]) {
  const part = listOf(build.files.filter((_, at) => at % 3 === turn));
  self.addEventListener('install', (event) => void part.install(event));
}

registerRoute(
  new PrecacheRoute(ahead, {
    // What a host or a search adds to an address is for the page's script.
    ignoreURLParametersMatching: [/./],
    urlManipulation: ({ url }) => [new URL(`${plain(url.href)}/`)],
  }),
);

const used = new NetworkFirst({
  cacheName: `${ours}used`,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheKeyWillBeUsed: ({ request }) => Promise.resolve(plain(request.url)),
      // What came by way of another address may be a network that asks to be signed in to.
      cacheWillUpdate: ({ response }) =>
        Promise.resolve(response.status === 200 && !response.redirected ? response : null),
    },
  ],
});
registerRoute(({ url: { href } }) => href.startsWith(scope) && !href.startsWith(`${scope}encoder/`), used);

setCatchHandler(({ request }) =>
  Promise.resolve(
    request.mode === 'navigate'
      ? new Response(build.away, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
      : Response.error(),
  ),
);

async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(ours) && key !== `${ours}ahead`);
  await Promise.all(others.map((key) => caches.delete(key)));
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', () => void self.skipWaiting());
