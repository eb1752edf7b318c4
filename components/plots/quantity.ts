const multiples = ['', ' thousand', ' million', ' billion', ' trillion', ' quadrillion', ' quintillion'];
const units = [' B', ' kB', ' MB', ' GB', ' TB'];

/** A whole number with its digits in threes: `16,384`. */
export function showWhole(count: number): string {
  return count.toLocaleString('en-US');
}

/** Three figures of a number, and which of the names of thousands, millions, … goes with them. */
function scaled(quantity: number, names: readonly string[]): string {
  let step = 0;
  // Rounding can reach the next name: 999,999 is 1.00 million.
  while (step < names.length - 1 && Number((quantity / 1000 ** step).toPrecision(3)) >= 1000) step++;
  const share = quantity / 1000 ** step;
  return `${share < 999.5 && step > 0 ? share.toPrecision(3) : showWhole(Math.round(share))}${names[step]}`;
}

/** A count in words, whole below a million: `16,384`, `4.19 million`. */
export function showCount(count: number): string {
  return count < 1e6 ? showWhole(count) : scaled(count, multiples);
}

/** Bytes in decimal units: `64 B`, `2.05 kB`, `4.40 TB`. */
export function showBytes(bytes: number): string {
  return scaled(bytes, units);
}

/** What a reader has on the desk, assumed: its memory in bytes. */
export const laptop = { value: 16e9, label: 'a laptop: 16 GB' };
