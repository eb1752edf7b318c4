/** What a reader has answered and opened, by page and name, on the reader's own machine. */

const storageKey = 'answers';

/** A page is one page, also where its address names the file. */
const nameOf = (name: string, page: string): string => `${page.replace(/index\.html$/, '')}#${name}`;

function all(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    // Storage is refused or spoilt: nothing was kept.
    return {};
  }
}

/** @param page Of which it is; default: this one. */
export function recall(name: string, page: string = location.pathname): string | undefined {
  const kept = all()[nameOf(name, page)];
  return typeof kept === 'string' ? kept : undefined;
}

/** Keeps something under a name of a page, which is this one by default; without it, forgets what was kept. */
export function keep(name: string, what?: string, page: string = location.pathname): void {
  const kept = all();
  if (what === undefined) delete kept[nameOf(name, page)];
  else kept[nameOf(name, page)] = what;
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Then it lasts as long as the page.
  }
}
