import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileAt, readSite } from '../../src/audit/site.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface ServedSite {
  /** With a slash at its end. */
  readonly address: string;
  /** The opening page and every chapter, as paths from the address: `''`, `attention/code/`. */
  readonly pages: readonly string[];
  close(): void;
}

/** Serves a built site as its host does, compressed. Its base is that of its own first link home. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const { pages } = readSite(folder, '/');
  const opening = pages.find(({ path }) => path === '/');
  if (!opening) throw new Error(`${folder} holds no built site: index.html is missing.`);
  const base = opening.document.querySelector('.masthead .name')?.getAttribute('href') ?? '/';
  const site = readSite(folder, base);
  const sent = new Map<string, Buffer>();
  const server = createServer(({ url = '/' }, response) => {
    const file = fileAt(site, new URL(url, 'http://localhost').pathname);
    if (!file) return void response.writeHead(404).end();
    const isText = extname(file) !== '.woff2';
    if (!sent.has(file)) sent.set(file, isText ? gzipSync(readFileSync(file)) : readFileSync(file));
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(isText && { 'content-encoding': 'gzip' }),
    });
    response.end(sent.get(file));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    pages: pages
      .filter((page) => page === opening || page.document.querySelector('.chapter'))
      .map(({ path }) => path.slice(1)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
