import { largestInput } from './matrices.ts';

/** What is wrong with a typed number. */
export type Fault = 'empty' | 'not a number' | 'too large';

/**
 * Reads a number as a reader types it. A true minus is understood.
 *
 * @returns The number, finite and within {@link largestInput} of 0, or what is wrong.
 */
export function readNumber(text: string): number | Fault {
  const plain = text.trim().replace('−', '-');
  if (plain === '') return 'empty';
  // Number() also takes "0x1f" and "Infinity", which nobody means here.
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return 'not a number';
  const number = Number(plain);
  return Math.abs(number) <= largestInput ? number : 'too large';
}
