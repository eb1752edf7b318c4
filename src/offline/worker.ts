import type { Asked, WorkerScope } from './worker-scope.ts';

/**
 * Answers for the site where there is no connection. All that it keeps is of one build: pages and what they are made
 * of are fetched ahead when it is installed, the rest is kept when it was used, and the next build's worker, once it
 * has all of its own, drops both. It becomes the reader's when they ask for it or come back. The model is not its
 * concern: the page keeps that.
 *
 * The build writes what it keeps before this text, which therefore imports nothing but types.
 */
declare const self: WorkerScope;
declare const build: { readonly version: string; readonly addresses: readonly string[]; readonly away: string };

const { scope } = self.registration;
/** Other sites may stand beside this one, and share its storage. */
const ours = `site ${scope} `;
const name = ours + build.version;
const ahead = new Set(build.addresses.map((address) => scope + address));
const anyVariant = { ignoreVary: true };

/** A browser takes no answer for a page that came by way of another address. */
const direct = (response: Response): Response =>
  response.redirected ? new Response(response.body, { status: response.status, headers: response.headers }) : response;

async function fetchAhead(): Promise<void> {
  const cache = await caches.open(name);
  const open = [...ahead];
  const fetchOne = async (url: string): Promise<void> => {
    // What an attempt that was cut short has brought is there; what is named by its contents, an older build may have.
    if (await cache.match(url, anyVariant)) return;
    const older = url.startsWith(`${scope}_astro/`) ? await caches.match(url, anyVariant) : undefined;
    const response = older ?? (await fetch(url, { cache: 'no-cache' }));
    if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
    await cache.put(url, direct(response));
  };
  const fetchInTurn = async (): Promise<void> => {
    for (let url = open.shift(); url !== undefined; url = open.shift()) await fetchOne(url);
  };
  // A few at a time: the reader's own requests come first.
  await Promise.all([fetchInTurn(), fetchInTurn(), fetchInTurn()]);
}

async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(ours) && key !== name);
  await Promise.all(others.map((key) => caches.delete(key)));
  await self.clients.claim();
}

/** The address that something is kept under: what a host or a search adds to it is for the page's script. */
function keyOf(url: string): string {
  const plain = url.replace(/[?#].*$/, '');
  return !ahead.has(plain) && ahead.has(`${plain}/`) ? `${plain}/` : plain;
}

async function answer({ request, waitUntil }: Pick<Asked, 'request' | 'waitUntil'>): Promise<Response> {
  const cache = await caches.open(name);
  const key = keyOf(request.url);
  const kept = await cache.match(key, anyVariant);
  if (kept && ahead.has(key)) return kept;
  try {
    const response = await fetch(request);
    if (response.status === 200 && !response.redirected) waitUntil(cache.put(key, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (kept) return kept;
    if (request.mode !== 'navigate') throw error;
    return new Response(build.away, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

self.addEventListener('install', (event) => event.waitUntil(fetchAhead()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', () => void self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request;
  if (method !== 'GET' || !url.startsWith(scope) || url.startsWith(`${scope}encoder/`) || headers.has('range')) return;
  event.respondWith(answer({ request: event.request, waitUntil: (work) => event.waitUntil(work) }));
});
