import { rowStart } from '../attention/bias.ts';
import type { Mask } from '../attention/masks.ts';
import type { Prepared } from '../attention/prepare.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import type { Eight } from './eight.ts';
import { lowest, rows } from './kernel.ts';

/** What happens between scores and softmax, in a tile of eight queries: softcap, then masks. Scores are in units of log₂. */
export function editScores(memory: Float32Array, head: number, { S, i, from, keys }: Eight, prepared: Prepared): void {
  const {
    sizes: { heads, n, m },
    scoresShape,
    rules,
    mask,
    softcap,
  } = prepared;
  if (softcap > 0) cap(memory, S, keys * rows, softcap * Math.LOG2E);
  const to = from + keys;
  const rule = rules[Math.floor(head / heads)]!;
  const last = Math.min(i + rows, n) - 1;
  if (!mask && from >= stretchStart(last, rule) && to <= stretchEnd(i, m, rule)) return;

  for (let row = i; row <= last; row++) {
    const first = S + row - i - from * rows; // the place of key 0, were it in the tile
    const start = stretchStart(row, rule);
    const end = stretchEnd(row, Math.min(m, mask?.shape.at(-1) ?? m), rule);
    for (let j = from; j < to; j++) if (j < start || j >= end) memory[first + j * rows] = -Infinity;
    if (mask)
      addMask(
        memory,
        first,
        Math.max(from, start),
        Math.min(to, end),
        mask,
        rowStart(mask, scoresShape, head * n + row),
      );
  }
}

/** Whether any score may be edited at all. */
export function hasEdits({ rules, mask, softcap }: Prepared): boolean {
  return (
    softcap > 0 ||
    mask !== undefined ||
    rules.some(({ causal, window, validLength }) => causal || window || validLength !== undefined)
  );
}

function cap(memory: Float32Array, s: number, count: number, bound: number): void {
  for (let at = s; at < s + count; at++) memory[at] = bound * Math.tanh(memory[at]! / bound);
}

function addMask(memory: Float32Array, first: number, from: number, to: number, { data }: Mask, maskRow: number): void {
  if (data instanceof Float32Array) {
    for (let j = from; j < to; j++) {
      const [bias, score] = [data[maskRow + j]!, memory[first + j * rows]!];
      const hidden = bias === -Infinity || score === -Infinity;
      // A finite bias, however low, does not hide a key: in units of log₂ it must not become −∞.
      memory[first + j * rows] = hidden ? -Infinity : Math.max(lowest, score + bias * Math.LOG2E);
    }
  } else for (let j = from; j < to; j++) if (!data[maskRow + j]) memory[first + j * rows] = -Infinity;
}
