import type { AtHand, Cell } from '../outcome.ts';
import { readCell, runner, type Fault, type ReadCell } from './cell.ts';
import { literal } from './literal.ts';

/** All cells of a page as one asynchronous function, up to the first that cannot run. */
export interface Program {
  readonly code: string;
  /** The line of the code on which each cell begins, counted from 0; nothing for one that is left out. */
  readonly starts: readonly (number | undefined)[];
  /** The cells that cannot run, and why. */
  readonly faults: ReadonlyMap<number, Fault>;
}

/** By their source, those of the last program: most of them stay as they are when the reader changes one. */
let known: ReadonlyMap<string, ReadCell> = new Map();

/** Reads one cell, so that a page can breathe between them; whether it was still to be read. */
export function readAhead(source: string): boolean {
  if (known.has(source)) return false;
  known = new Map([...known, [source, readCell(source)]]);
  return true;
}

/**
 * Each cell is a block, and the next one stands inside it: it sees the names of all before it,
 * and none of a later one. A name of the page or of the library may be declared again.
 *
 * @param found Faults that only the engine finds, by cell.
 */
export function buildProgram(cells: readonly Cell[], atHand: AtHand, found?: ReadonlyMap<number, Fault>): Program {
  const faults = new Map(found);
  const seen = new Map<string, { readonly cell: number; readonly isImport: boolean; readonly from: string }>();
  const starts: (number | undefined)[] = [];
  const hand = Object.entries(atHand).map(([name, value]) => `const ${name}=${literal(value)};`);
  const lines = [`async(${runner})=>{"use strict";${hand.join('')}`];
  let open = 0;
  known = new Map(cells.map(({ source }) => [source, known.get(source) ?? readCell(source)]));
  const read = cells.map(({ source }) => known.get(source)!);
  const isValue = (name: string): boolean =>
    read.some(({ values }) => values.has(name)) || !read.some(({ types }) => types.has(name));
  for (const [index, cell] of read.entries()) {
    const { meantToFail } = cells[index]!;
    const fault = faults.get(index) ?? cell.fault ?? declaredTwice(cell, index, seen);
    if (fault) {
      faults.set(index, fault);
      if (!meantToFail) break;
      continue;
    }
    if (!meantToFail) remember(cell, index, seen);
    lines.push(`${meantToFail ? 'try' : ''}{${runner}.start(${index});${bindings(cell, isValue)}`);
    starts[index] = lines.length;
    lines.push(...cell.code.split('\n'), `await ${runner}.end();`);
    if (meantToFail) lines.push(`}catch(error){${runner}.fail(error)}`);
    else open++;
  }
  lines.push(`${'}'.repeat(open)}}`);
  return { code: lines.join('\n'), starts, faults };
}

/** A name that is used as a type alone has no value in the library. */
function bindings({ imports }: ReadCell, isValue: (name: string) => boolean): string {
  return imports
    .filter(({ as }) => isValue(as))
    .map(({ name, as, line }) => `const ${as}=${runner}.library(${JSON.stringify(name)},${line});`)
    .join('');
}

type Seen = Map<string, { readonly cell: number; readonly isImport: boolean; readonly from: string }>;

function remember({ declared, imports }: ReadCell, cell: number, seen: Seen): void {
  for (const { name, as } of imports) seen.set(as, { cell, isImport: true, from: name });
  for (const name of declared.keys()) seen.set(name, { cell, isImport: false, from: name });
}

/** Two cells may import the same; all else that has one name twice is a mistake, and the reader is told. */
function declaredTwice({ declared, imports }: ReadCell, index: number, seen: Seen): Fault | undefined {
  for (const [name, line] of declared) {
    const before = seen.get(name);
    if (before)
      return {
        message: `‘${name}’ is ${before.isImport ? 'imported' : 'declared'} in cell ${before.cell + 1} and declared again in cell ${index + 1}. Give one of them another name.`,
        line,
      };
  }
  for (const { name, as, line } of imports) {
    const before = seen.get(as);
    if (before && !(before.isImport && before.from === name))
      return {
        message: `‘${as}’ is ${before.isImport ? 'imported' : 'declared'} in cell ${before.cell + 1} and imported in cell ${index + 1}. Give one of them another name: import { ${name === '*' ? 'softmax' : name} as theirs } from ‘attention-notebook’.`,
        line,
      };
  }
  return undefined;
}
