/**
 * The browser says nothing when it ends a worker that took too much memory. But it lets go of the
 * worker's locks: so a worker holds one as long as it lives, and the page waits for it.
 */
interface Life {
  readonly life: string;
}

/** In a worker, at its start. */
export function holdLife(): void {
  // Only safe addresses have locks; elsewhere a death goes unseen, as it did.
  if (!('locks' in navigator)) return;
  const life = `worker ${crypto.randomUUID()}`;
  void navigator.locks.request(life, () => {
    postMessage({ life } satisfies Life);
    return new Promise<never>(() => {});
  });
}

/** In the page, before anything else listens to the worker: calls back once, when it could not start, failed, or died. */
export function onDeath(worker: Worker, mourn: () => void): void {
  let isLost = false;
  const lose = (): void => {
    if (isLost) return;
    isLost = true;
    worker.terminate();
    mourn();
  };
  worker.addEventListener('error', lose);
  worker.addEventListener('messageerror', lose);
  worker.addEventListener('message', (event: MessageEvent<Life | null>) => {
    const life = event.data?.life;
    if (typeof life !== 'string') return;
    event.stopImmediatePropagation();
    void navigator.locks.request(life, lose);
  });
}
