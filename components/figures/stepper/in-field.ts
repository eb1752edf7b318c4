import { showExact } from '../../plots/number.ts';

/** A number as its field holds it: all of it, and for 1000000 the shorter 1e6. A cell has room for no more. */
export function inField(number: number): string {
  const whole = showExact(number);
  const short = number.toExponential().replace('+', '').replaceAll('-', '−');
  return whole.length > 5 && short.length < whole.length ? short : whole;
}
