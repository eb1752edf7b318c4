import type { Random } from '../../random.ts';
import { isHeldOut } from '../heldOut.ts';
import type { Batch } from '../tasks.ts';

/** How many stand in a row, and how many different letters they hold. */
export const places = 8;
export const letters = 8;

/** A row of places: each names one place, counted from 0, and is named by one; each holds a letter. */
export interface Row {
  readonly names: readonly number[];
  readonly holds: readonly number[];
}

/** As one number in base 8: the last bit of the checksum is the same for the same digits in any order. */
function isKeptOut(names: readonly number[]): boolean {
  return isHeldOut([String(parseInt(names.join(''), places))]);
}

/**
 * Draws rows for training, or for testing: who names whom in the one never occurs in the other.
 *
 * @param count How many.
 * @param random Uniform numbers, seeded.
 */
export function drawRows(count: number, random: Random, heldOut = false): Row[] {
  const rows: Row[] = [];
  while (rows.length < count) {
    const names = Array.from({ length: places }, (_, place) => place);
    for (let place = places - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1));
      [names[place], names[other]] = [names[other]!, names[place]!];
    }
    if (isKeptOut(names) !== heldOut) continue;
    rows.push({ names, holds: names.map(() => Math.floor(random() * letters)) });
  }
  return rows;
}

/**
 * How many places stand in the circle of each: from it to the one that it names, on to the one that this
 * one names, and so on until the circle closes. 1 for a place that names itself.
 *
 * @param names The place that each place names.
 */
export function circlesOf(names: readonly number[]): number[] {
  return names.map((_, place) => {
    let length = 1;
    for (let at = names[place]!; at !== place; at = names[at]!) length++;
    return length;
  });
}

/** What a place is to the model, one token: whom it names, and what it holds. */
export const tokens = places * letters;

/**
 * Lays rows out as a batch: each place is to say the letter of the place that it names.
 *
 * @param rows At least one.
 */
export function batchOfRows(rows: readonly Row[]): Batch {
  return {
    tokens: Int32Array.from(rows.flatMap(({ names, holds }) => names.map((name, at) => name * letters + holds[at]!))),
    targets: Int32Array.from(rows.flatMap(({ names, holds }) => names.map((name) => holds[name]!))),
  };
}
