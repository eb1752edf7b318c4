import { parts } from 'virtual:encoder';
import { withBase } from '../base.ts';
import type { Sentence } from '../say.ts';

/** A file of the model, as the build's manifest describes it. */
export interface ModelFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The model comes in two parts: `maps` is all that attention maps need, `vectors` the rest. */
export type PartName = keyof typeof parts;

/** The model did not come, in words that the page has and its worker has not. */
export class Unreachable extends Error {
  readonly why: Sentence;

  constructor(why: Sentence, options?: ErrorOptions) {
    super(why.name, options);
    this.why = why;
  }
}

/** Where a part of the model is served. */
export function urlOf(part: PartName): string {
  return new URL(withBase(`/encoder/${parts[part].file}`), location.origin).href;
}

/**
 * Fetches a file of the model, counting the bytes as they arrive.
 *
 * The total comes from the manifest: a server that compresses announces another length.
 *
 * @throws Unreachable when the server has no such file or cannot be reached.
 */
export async function download(
  url: string,
  { bytes: total }: ModelFile,
  onProgress: (received: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const unreachable = (cause: unknown): Error =>
    signal.aborted ? (cause as Error) : new Unreachable({ name: 'noNetwork' }, { cause });
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok || !response.body) throw new Unreachable({ name: 'noModel', parts: { status: response.status } });
  const chunks: Uint8Array[] = [];
  let received = 0;
  try {
    for await (const chunk of chunksOf(response.body)) {
      chunks.push(chunk);
      received += chunk.length;
      onProgress(Math.min(received, total));
    }
  } catch (error) {
    throw unreachable(error);
  }
  const bytes = new Uint8Array(received);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Not every browser can loop over a stream by itself. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

const cacheName = 'encoder';

/** Whether an earlier visit left a copy here. */
export async function isKept(url: string): Promise<boolean> {
  try {
    return (await (await caches.open(cacheName)).match(url)) !== undefined;
  } catch {
    return false; // As for fromCache.
  }
}

/** A checked copy from an earlier visit. Its address carries the checksum, so an old model is never mistaken for a new one. */
export async function fromCache(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const hit = await (await caches.open(cacheName)).match(url);
    return hit && new Uint8Array(await hit.arrayBuffer());
  } catch {
    return undefined; // Private browsing may refuse storage: then the model is fetched each visit.
  }
}

/** Keeps a checked copy and drops those of this site's earlier models; another site may share the cache. */
export async function keep(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    const folder = new URL('.', url).href;
    const current = (Object.keys(parts) as PartName[]).map(urlOf);
    for (const request of await cache.keys())
      if (!current.includes(request.url) && request.url.startsWith(folder)) await cache.delete(request);
    await cache.put(url, new Response(bytes));
  } catch {
    // The quota is full or storage refused: the model is in memory all the same.
  }
}

export async function forget(url: string): Promise<void> {
  try {
    await (await caches.open(cacheName)).delete(url);
  } catch {
    // Nothing was kept, so nothing is to be forgotten.
  }
}
