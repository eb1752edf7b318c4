import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { linker, readApi, typesIn, type Room } from '../../src/api/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-'));
const library = join(folder, 'lib');

function read(files: Readonly<Record<string, string>>): readonly Room[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(library, name)), { recursive: true });
    writeFileSync(join(library, name), text);
  }
  return readApi(library).rooms;
}
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = {
  'package.json': '{ "name": "attention-notebook", "exports": { ".": {}, "./maps": {} } }',
  'index.ts': "/** The root. */\n\nexport * from './maps/index.ts';\nexport { size } from './size.ts';",
  'size.ts': '/** How many. */\nexport const size = (n: number, m = n): number => n * m;',
  'maps/index.ts':
    "/** Of maps. */\n\nexport { sum, turn, type Map } from './sum.ts';\nexport { order } from './deep/order.ts';",
  'maps/sum.ts': `
/** A map. */
export interface Map {
  /** (n, m) */
  readonly data: Float32Array;
}

/**
 * Adds up.
 *
 * @param map (n, m)
 */
export function sum({ data }: Map, skip?: number): number {
  return data.length - (skip ?? 0);
}
export function hidden(): void {}
// Not a docstring.
export function* turn<T>(all: readonly T[]): Generator<T> { yield* all; }
`,
  'maps/deep/order.ts': '/** In order. */\nexport const order = [\n  1,\n  2,\n] as const;',
  'other/index.ts': '/** Not in the package. */\nexport const lone = 1;',
};

describe('readApi(library)', () => {
  it('has a room for each index, its own exports in it, once', () => {
    expect(
      read(files).map(({ specifier, description, entries }) => [specifier, description, entries.map(({ id }) => id)]),
    ).toEqual([
      ['attention-notebook', 'The root.', ['root.size']],
      ['attention-notebook/maps', 'Of maps.', ['maps.sum', 'maps.turn', 'maps.Map', 'maps.order']],
    ]);
  });

  it('writes each as it is called, or as it is written', () => {
    const entries = read(files).flatMap((room) => room.entries);
    expect(Object.fromEntries(entries.map(({ name, kind, signature }) => [name, [kind, signature]]))).toEqual({
      size: ['function', 'size(n: number, m = n): number'],
      sum: ['function', 'sum(map: Map, skip?: number): number'],
      turn: ['function', '*turn<T>(all: readonly T[]): Generator<T>'],
      Map: ['type', 'interface Map {\n  /** (n, m) */\n  readonly data: Float32Array;\n}'],
      order: ['value', 'const order'],
    });
  });

  it('gives a long call a line for each parameter', () => {
    const long = 'n: number, perhapsSomewhatLonger = false, options: { readonly a?: number } = {}';
    const size = `/** How many. */\nexport function size(${long}): number {\n  return n;\n}`;
    const [root] = read({ ...files, 'size.ts': size });
    expect(root!.entries[0]!.signature).toBe(
      'size(\n  n: number,\n  perhapsSomewhatLonger = false,\n  options: { readonly a?: number } = {},\n): number',
    );
  });

  it('has the docstring right before each, and the file', () => {
    const [, maps] = read(files);
    expect(maps!.entries.map(({ text, file }) => [text, file])).toEqual([
      ['Adds up.', 'lib/maps/sum.ts'],
      ['', 'lib/maps/sum.ts'],
      ['A map.', 'lib/maps/sum.ts'],
      ['In order.', 'lib/maps/deep/order.ts'],
    ]);
  });

  it('refuses a parameter that has no name', () => {
    const nameless = { ...files, 'maps/sum.ts': files['maps/sum.ts'].replace(' * @param map (n, m)\n', '') };
    expect(() => read(nameless)).toThrow('sum takes a parameter apart: name it in its docstring');
  });
});

describe('linker(rooms)', () => {
  it('finds a name in the room that it is said in, then in any', () => {
    const find = linker(read(files));
    const [root, maps] = read(files);
    expect(find('sum', maps!.entries[1]!)).toBe('maps.sum');
    expect(find('sum', root!.entries[0]!)).toBe('maps.sum');
    expect(() => find('hidden', maps!.entries[0]!)).toThrow(
      'lib/maps/sum.ts: the docstring of sum links hidden, which no room exports',
    );
  });
});

describe('typesIn(rooms)', () => {
  it('links each type that a room exports, but not to itself', () => {
    const rooms = read(files);
    const [sum, , map] = rooms[1]!.entries;
    expect(typesIn(rooms)(sum!)).toEqual([['sum(map: '], ['Map', 'maps.Map'], [', skip?: number): number']]);
    expect(typesIn(rooms)(map!).flatMap(([, id]) => id ?? [])).toEqual([]);
  });
});
