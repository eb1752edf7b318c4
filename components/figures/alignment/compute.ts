import { rowSums } from '#lib/analysis/rowSums.ts';
import type { AlignmentReading } from './reading.ts';
import type { AlignmentState } from './state.ts';

/** The source word with the largest weight in a row. */
export function strongestIn(row: readonly number[]): number {
  return row.indexOf(Math.max(...row));
}

/** The written word that leaps furthest ahead of where the one before it looked: there two lines cross. */
export function leaping(weights: readonly (readonly number[])[]): number {
  const looks = weights.map(strongestIn);
  const leaps = looks.map((key, query) => key - (looks[query - 1] ?? -1));
  return leaps.indexOf(Math.max(...leaps));
}

/** Leaves open what a sentence has no room for. */
export function fit(state: AlignmentState, { source, target }: AlignmentReading): AlignmentState {
  const { query, key } = state;
  return {
    ...state,
    query: query !== undefined && query < target.length ? query : undefined,
    key: key !== undefined && key < source.length ? key : undefined,
  };
}

export function compute({ sentence, query, key }: AlignmentState, reading: AlignmentReading) {
  const { source, weights } = reading;
  const chosen = query ?? leaping(weights);
  const row = weights[chosen]!;
  const flat = weights.flat();
  return {
    ...reading,
    sentence,
    query: chosen,
    key: key ?? strongestIn(row),
    row,
    flat,
    sums: rowSums(flat, source.length),
    max: Math.max(...flat),
  };
}

export type Shown = ReturnType<typeof compute>;
