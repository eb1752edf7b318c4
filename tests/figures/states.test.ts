import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnyFigure } from '../../components/figure/definition.ts';
import type { Schema } from '../../components/figure/state/fields.ts';
import { defaultsOf, readState, writeState } from '../../components/figure/state/state.ts';

const root = new URL('../../components/figures/', import.meta.url);

const schemas = await Promise.all(
  readdirSync(root)
    .filter((name) => existsSync(new URL(`${name}/figure.ts`, root)))
    .map(async (name) => {
      const { default: figure } = (await import(new URL(`${name}/figure.ts`, root).href)) as {
        readonly default: AnyFigure;
      };
      return { name, schema: figure.state as Schema };
    }),
);

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

  it('leaves a key open again when another query is chosen', () => {
    if (Object.hasOwn(schema, 'query') && Object.hasOwn(schema, 'key')) expect(schema['key']!.follows).toBe('query');
  });

  it('refuses what is no value of a field, or takes it as the text it is', () => {
    const nonsense = '\u0000nonsense';
    for (const [field, { read }] of fields) expect([undefined, nonsense], field).toContain(read(nonsense));
  });
});
