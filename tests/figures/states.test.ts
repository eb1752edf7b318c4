import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyFigure } from '../../components/figure/definition.ts';
import type { Schema } from '../../components/figure/state/fields.ts';
import { defaultsOf, readState, writeState } from '../../components/figure/state/state.ts';

const root = new URL('../../components/figures/', import.meta.url);

const schemas: { readonly name: string; readonly schema: Schema }[] = [];
for (const name of readdirSync(root)) {
  const module = async (file: string): Promise<Record<string, unknown>> =>
    (await import(new URL(`${name}/${file}`, root).href)) as Record<string, unknown>;
  // A figure is a definition; the others keep their state in a file.
  if (existsSync(new URL(`${name}/figure.ts`, root)))
    schemas.push({ name, schema: ((await module('figure.ts'))['default'] as AnyFigure).state as Schema });
  else if (existsSync(new URL(`${name}/state.ts`, root)))
    schemas.push({ name, schema: (await module('state.ts'))['state'] as Schema });
}

describe.each(schemas)('the state of $name', ({ name, schema }) => {
  const fields = Object.entries(schema);
  const defaults = defaultsOf(schema);

  it('has names that an address can hold', () => {
    expect(fields).not.toHaveLength(0);
    for (const [field] of fields) expect(field).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
  });

  it('survives being written and read', () => {
    expect(writeState(name, schema, defaults, defaults)).toEqual(new Map());
    // A field left open writes nothing, and nothing is not said.
    const said = fields
      .filter(([, { fallback }]) => fallback !== undefined)
      .map(([field, { fallback, write }]) => [`${name}.${field}`, write(fallback)] as const);
    expect(readState(name, schema, defaults, new Map(said))).toEqual({ state: defaults, faults: [] });
    for (const [, { fallback, write }] of fields) if (fallback === undefined) expect(write(fallback)).toBe('');
  });

  it('refuses what is no value of a field, or takes it as the text it is', () => {
    const nonsense = '\u0000nonsense';
    for (const [field, { read }] of fields) expect([undefined, nonsense], field).toContain(read(nonsense));
  });
});
