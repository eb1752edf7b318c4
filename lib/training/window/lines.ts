import type { Random } from '../../random.ts';
import { isHeldOut } from '../heldOut.ts';
import type { Batch } from '../tasks.ts';

/** How many letters stand in a line, and how many different ones there are. */
export const places = 12;
export const letters = 8;

/** A line of letters, and what is asked behind it: which one stood so many places back, from 1. */
export interface Line {
  readonly holds: readonly number[];
  readonly back: number;
}

/** What a place is to the model: one of the letters, or, at the last place, one of the questions. */
export const tokens = letters + places;
/** The letters, and the question. */
export const length = places + 1;

/**
 * Draws lines for training, or for testing: no line is ever both.
 *
 * @param count How many.
 * @param random Uniform numbers, seeded.
 * @param back How far back the answer stands; default: drawn for each.
 */
export function drawLines(count: number, random: Random, heldOut = false, back?: number): Line[] {
  const lines: Line[] = [];
  while (lines.length < count) {
    const holds = Array.from({ length: places }, () => Math.floor(random() * letters));
    const line = { holds, back: back ?? 1 + Math.floor(random() * places) };
    if (isHeldOut([...holds, line.back].map(String)) === heldOut) lines.push(line);
  }
  return lines;
}

/** The letter that a line asks for. */
export function answerTo({ holds, back }: Line): number {
  return holds.at(-back)!;
}

/**
 * Lays lines out as a batch: the letters, then the question, at which alone something is to be said.
 *
 * @param lines At least one.
 */
export function batchOfLines(lines: readonly Line[]): Batch {
  return {
    tokens: Int32Array.from(lines.flatMap(({ holds, back }) => [...holds, letters + back - 1])),
    targets: Int32Array.from(lines.flatMap((line) => [...line.holds.map(() => -1), answerTo(line)])),
  };
}
