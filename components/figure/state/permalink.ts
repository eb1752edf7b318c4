import { readAddress, writeAddress } from './address.ts';

/** An address says a new thing to the page: it came with one, or a link changed it. */
const announced = new EventTarget();
let { anchor, values } = readAddress(location.hash);
let writing: ReturnType<typeof setTimeout> | undefined;
/** The hash as it was last read or written here. */
let known = location.hash;

function addressNow(): string {
  return location.pathname + location.search + writeAddress({ anchor, values });
}

/** An address that opens the page at a figure, everything on it as it is now. */
export function linkTo(id: string): string {
  return new URL(location.pathname + location.search + writeAddress({ anchor: id, values }), location.href).href;
}

/** What the address says of one figure, and of the page as a whole: its sentence. With its #, to be put behind an address. */
export function stateOf(figure: string): string {
  const own = [...values].filter(([key]) => !key.includes('.') || key.startsWith(`${figure}.`));
  return writeAddress({ anchor: '', values: new Map(own) });
}

function write(): void {
  clearTimeout(writing);
  writing = undefined;
  // A link changed it since, and is about to be heard: what it says must not be written over.
  if (location.hash !== known) return;
  if (addressNow() !== location.pathname + location.search + location.hash)
    history.replaceState(history.state, '', addressNow());
  known = location.hash;
}

/** Says new values in the address, in place of all that began with the same prefix. */
export function say(prefix: string, said: ReadonlyMap<string, string>): void {
  values = new Map([...[...values].filter(([key]) => !key.startsWith(prefix)), ...said]);
  // A drag changes a state faster than browsers let an address change.
  writing ??= setTimeout(write, 300);
}

/** Calls back with what the address says now, and again whenever a link says something else. */
export function onAddress(heard: (values: ReadonlyMap<string, string>) => void): void {
  heard(values);
  announced.addEventListener('change', () => heard(values));
}

addEventListener('hashchange', () => {
  known = location.hash;
  const next = readAddress(known);
  ({ anchor } = next);
  // A link to an anchor of the page says nothing of its figures: they stay as they are.
  if (next.values.size === 0 && anchor !== '') return write();
  ({ values } = next);
  announced.dispatchEvent(new Event('change'));
});

function goToAnchor(): void {
  const figure = [...values.keys()].find((key) => key.includes('.'))?.split('.')[0];
  const id = anchor || (figure && `figure-${figure}`);
  if (values.size > 0 && id) document.getElementById(id)?.scrollIntoView();
}
// Browsers know no anchor that is followed by more; fonts may still move the page.
if (document.readyState === 'complete') goToAnchor();
else addEventListener('load', goToAnchor, { once: true });
