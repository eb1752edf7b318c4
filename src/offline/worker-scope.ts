import type { ManifestEntry } from 'workbox-build';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** What a worker that answers for a site is told and may do; TypeScript has it not beside a page's own. */
export interface WorkerScope {
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(kind: 'message', hear: () => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
}

/** What it is told of its build. */
export interface Build {
  readonly files: readonly ManifestEntry[];
  /** The page that stands where there is neither a connection nor a kept page. */
  readonly away: string;
}
