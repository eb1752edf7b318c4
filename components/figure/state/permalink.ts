import { readAddress, writeAddress } from './address.ts';
import type { Schema, State } from './fields.ts';
import { defaultsOf, readState, writeState } from './state.ts';

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
  // A link to a place on the page says nothing of its figures: they stay as they are.
  if (next.values.size === 0 && anchor !== '') return write();
  ({ values } = next);
  announced.dispatchEvent(new Event('change'));
});

function goToPlace(): void {
  const figure = [...values.keys()].find((key) => key.includes('.'))?.split('.')[0];
  const id = anchor || (figure && `figure-${figure}`);
  if (values.size > 0 && id) document.getElementById(id)?.scrollIntoView();
}
// Browsers know no anchor that is followed by more; fonts may still move the page.
if (document.readyState === 'complete') goToPlace();
else addEventListener('load', goToPlace, { once: true });

/**
 * Keeps a figure's state in the address: reads it when the page opens and whenever a link
 * changes it, and returns a function that writes it. Only what is not as by default is
 * written. `data-state` on the figure's element gives defaults of its own, as JSON.
 *
 * @param name The figure's name, as its frame has it.
 * @param apply Called with a state only if the address says one, or takes one back.
 */
export function permalink<S extends Schema>(
  element: HTMLElement,
  name: string,
  schema: S,
  apply: (state: State<S>) => void,
): (state: State<S>) => void {
  const defaults = defaultsOf(schema, JSON.parse(element.dataset['state'] ?? '{}') as Partial<State<S>>);
  const prefix = `${name}.`;
  let isDefault = true;
  onAddress((said) => {
    const { state, faults } = readState(name, schema, defaults, said);
    tell(element, faults);
    const own = writeState(name, schema, defaults, state);
    if (own.size > 0 || !isDefault) apply(state);
    isDefault = own.size === 0;
  });
  return (state) => {
    const own = writeState(name, schema, defaults, state);
    isDefault = own.size === 0;
    say(prefix, own);
  };
}

/** The quiet note under a figure whose link could not be read in full. */
function tell(element: HTMLElement, faults: readonly string[]): void {
  const note = element.querySelector<HTMLElement>('.unread')!;
  note.hidden = faults.length === 0;
  note.textContent =
    faults.length === 0
      ? ''
      : `This figure could not read ${faults.map((fault) => `“${fault}”`).join(', ')} in the address, and is as by default there.`;
}
