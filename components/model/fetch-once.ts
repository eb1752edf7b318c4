import { unpack } from './packed-json.ts';

const fetched = new Map<string, Promise<unknown>>();

/**
 * A file that the build packed, fetched the first time it is asked for.
 *
 * @returns Its content, or nothing when it does not arrive: the model answers in its place.
 */
export function fetchOnce<T>(url: string): Promise<T | undefined> {
  const asked = fetched.get(url) ?? fetchJson(url);
  fetched.set(url, asked);
  return asked as Promise<T | undefined>;
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url);
    if (response.ok) return unpack(await response.text());
  } catch {
    // As for a file that is not there.
  }
  fetched.delete(url);
  return undefined;
}
