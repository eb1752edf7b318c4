import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

declare global {
  interface Window {
    /** All that went wrong on a page that is served by `listenTo`. */
    faults: string[];
  }
}

/** Runs in the page before all else. */
function listen(): void {
  window.faults = [];
  const keep = (fault: unknown): void => void window.faults.push(String(fault));
  addEventListener(
    'error',
    ({ message, target }: ErrorEvent) => {
      // Firefox says so of every script that is fetched ahead when it is there already.
      if (target instanceof HTMLLinkElement && target.rel === 'modulepreload') return;
      keep(message || `${(target as Element).outerHTML} did not load`);
    },
    // Captured, so that a file that does not load is heard too.
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => keep(reason));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    keep(`${violatedDirective} stopped ${blockedURI}`),
  );
  const { error } = console;
  console.error = (...said: unknown[]) => {
    keep(said.join(' '));
    error(...said);
  };
}

/**
 * Serves a site again, each page with a script before all others that keeps what goes wrong
 * on it: not every driver tells of a page's errors. It has no worker that answers for it, but where one is given beside.
 *
 * @param beside Files that the site itself does not have, by their names below its base.
 */
export async function listenTo(
  site: string,
  beside: Readonly<Record<string, { readonly contentType: string; readonly body: string }>> = {},
): Promise<{ readonly site: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const own = beside[request.url!.slice(new URL(site).pathname.length)];
      const answer = own
        ? new Response(own.body, { headers: { 'content-type': own.contentType } })
        : request.url!.endsWith('/service-worker.js')
          ? new Response(null, { status: 404 })
          : await fetch(new URL(request.url!, site));
      const type = answer.headers.get('content-type') ?? 'application/octet-stream';
      const body = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, {
        'content-type': type,
        'cache-control': answer.headers.get('cache-control') ?? 'no-store',
      });
      response.end(
        type.startsWith('text/html')
          ? body.toString().replace(/<head[^>]*>/, (head) => `${head}<script>(${listen})()</script>`)
          : body,
      );
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { site: `http://localhost:${port}${new URL(site).pathname}`, close: () => void server.close() };
}
