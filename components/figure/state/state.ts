import type { Schema, State } from './fields.ts';

type Values = ReadonlyMap<string, string>;

/** The defaults of a schema; a figure on a page may begin with others. */
export function defaultsOf<S extends Schema>(schema: S, own: Partial<State<S>> = {}): State<S> {
  const fallbacks = Object.fromEntries(Object.entries(schema).map(([name, { fallback }]) => [name, fallback]));
  return { ...fallbacks, ...own } as State<S>;
}

/**
 * A figure's state as an address gives it. What the address leaves out is as by default, and
 * so is what it gives that the schema cannot hold; `faults` names the latter.
 */
export function readState<S extends Schema>(
  figure: string,
  schema: S,
  defaults: State<S>,
  values: Values,
): { readonly state: State<S>; readonly faults: readonly string[] } {
  const state: Record<string, unknown> = { ...defaults };
  const faults: string[] = [];
  for (const [key, written] of values) {
    if (!key.startsWith(`${figure}.`)) continue;
    const name = key.slice(figure.length + 1);
    const read = Object.hasOwn(schema, name) ? schema[name]!.read(written) : undefined;
    if (read === undefined) faults.push(`${name}=${written}`);
    else state[name] = read;
  }
  return { state: state as State<S>, faults };
}

/** What an address has to say of a state: only what is not as by default. */
export function writeState<S extends Schema>(
  figure: string,
  schema: S,
  defaults: State<S>,
  state: State<S>,
): Map<string, string> {
  const names = Object.keys(schema).filter(
    (name) => schema[name]!.write(state[name]) !== schema[name]!.write(defaults[name]),
  );
  return new Map(names.map((name) => [`${figure}.${name}`, schema[name]!.write(state[name])]));
}
