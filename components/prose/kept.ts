/** What a reader has answered and opened, by page and name, on the reader's own machine. */

const storageKey = 'answers';

/** A page is one page, also where its address names the file. */
const nameOf = (name: string): string => `${location.pathname.replace(/index\.html$/, '')}#${name}`;

function all(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    // Storage is refused or spoilt: nothing was kept.
    return {};
  }
}

export function recall(name: string): string | undefined {
  const kept = all()[nameOf(name)];
  return typeof kept === 'string' ? kept : undefined;
}

/** Keeps something under a name of this page; without it, forgets what was kept. */
export function keep(name: string, what?: string): void {
  const kept = all();
  if (what === undefined) delete kept[nameOf(name)];
  else kept[nameOf(name)] = what;
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Then it lasts as long as the page.
  }
}
