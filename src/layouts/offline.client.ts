/** The worker's address; none in development, and none where readers are to keep nothing. */
declare const SERVICE_WORKER: string;

/** Not every browser has workers, or says whether data is to be saved. */
const { serviceWorker: workers, connection } = navigator as {
  readonly serviceWorker?: ServiceWorkerContainer;
  readonly connection?: { readonly saveData?: boolean };
};

/** Keeps the site for when there is no connection, and tells in one line of a newer build; nothing reloads by itself. */
function keep(registration: ServiceWorkerRegistration): void {
  const line = document.querySelector<HTMLElement>('.newer')!;
  const tell = (): void => {
    line.hidden = !(registration.waiting && workers!.controller);
  };
  tell();
  registration.onupdatefound = () => (registration.installing!.onstatechange = tell);
  line.onclick = ({ target }) => {
    line.hidden = true;
    if (!(target as HTMLButtonElement).value) return;
    workers!.oncontrollerchange = () => location.reload();
    registration.waiting!.postMessage('');
  };
}

// Not before the page has come and is at rest. Where storage is refused, nothing is kept.
if (SERVICE_WORKER && workers && !connection?.saveData)
  addEventListener('load', () =>
    setTimeout(
      () =>
        workers.register(SERVICE_WORKER).then(
          // A browser that is told to have no workers answers with nothing.
          (registration: ServiceWorkerRegistration | undefined) => registration && keep(registration),
          () => {},
        ),
      999,
    ),
  );
