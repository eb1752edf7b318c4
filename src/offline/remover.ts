import type { WorkerScope } from './worker-scope.ts';

/** Takes the place of the worker on a site that no longer works offline: it drops what was kept, and itself. */
declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const { scope } = self.registration;
      const ours = (await caches.keys()).filter((key) => key.startsWith(`site ${scope} `));
      await Promise.all(ours.map((key) => caches.delete(key)));
      await self.registration.unregister();
    })(),
  ),
);
