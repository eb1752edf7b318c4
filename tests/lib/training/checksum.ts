import type { Arithmetic } from '../../../lib/training/arithmetic.ts';
import { recall } from '../../../lib/training/tasks.ts';
import { startTask, stepTask } from '../../../lib/training/taskTraining.ts';

/**
 * A number for all bits of the weights after so many steps of a small training: the same where it is the same to
 * the last bit, in any runtime (FNV-1a, 32 bits).
 */
export function trainedChecksum(math: Arithmetic, steps: number, seed: number): number {
  const training = startTask(recall, 2, seed);
  for (let step = 0; step < steps; step++) stepTask(math, training);
  const { values } = training.model.parameters;
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
