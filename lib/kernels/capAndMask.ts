import { rowStart } from '../attention/bias.ts';
import type { Mask } from '../attention/masks.ts';
import type { Prepared } from '../attention/prepare.ts';
import { stretchEnd, stretchStart } from '../attention/stretch.ts';
import { lanes, lowest } from './kernel.ts';
import type { QueryBlock } from './queryBlock.ts';

/** What happens between scores and softmax, in one query block and key tile: softcap, then masks. Scores are in units of log₂. */
export function capAndMask(memory: Float32Array, head: number, block: QueryBlock, prepared: Prepared): void {
  const { S, i, from, keys } = block;
  const {
    sizes: { heads, n, m },
    scoresShape,
    rules,
    mask,
    softcap,
  } = prepared;
  if (softcap > 0) cap(memory, S, keys * lanes, softcap * Math.LOG2E);
  const to = from + keys;
  const rule = rules[Math.floor(head / heads)]!;
  const last = Math.min(i + lanes, n) - 1;
  if (!mask && from >= stretchStart(last, rule) && to <= stretchEnd(i, m, rule)) return;

  for (let row = i; row <= last; row++) {
    const first = S + row - i - from * lanes; // the offset of key 0, were it in the tile
    const start = stretchStart(row, rule);
    const end = stretchEnd(row, Math.min(m, mask?.shape.at(-1) ?? m), rule);
    for (let j = from; j < to; j++) if (j < start || j >= end) memory[first + j * lanes] = -Infinity;
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

/** Whether there is anything to cap or mask at all. */
export function needsCapOrMask({ rules, mask, softcap }: Prepared): boolean {
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
      const [bias, score] = [data[maskRow + j]!, memory[first + j * lanes]!];
      const hidden = bias === -Infinity || score === -Infinity;
      // A finite bias, however low, does not hide a key: in units of log₂ it must not become −∞.
      memory[first + j * lanes] = hidden ? -Infinity : Math.max(lowest, score + bias * Math.LOG2E);
    }
  } else for (let j = from; j < to; j++) if (!data[maskRow + j]) memory[first + j * lanes] = -Infinity;
}
