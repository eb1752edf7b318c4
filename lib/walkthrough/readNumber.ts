import { largestInput } from './matrices.ts';

/** What is wrong with a typed number; where one sign of it is, which. */
export type Fault =
  | { readonly kind: 'empty' | 'not a number' | 'two readings' | 'too large' }
  | { readonly kind: 'sign'; readonly sign: string };

const minuses = /[‐‑‒–−﹣－]/g;
/** A space before a group of three digits, thin or not: `10 000`. */
const groupings = /(?<=\d)\s(?=\d{3}(?!\d))/g;
const powerOfTen = /\s*[×·*x]\s*10(?:\^([-+]?\d+)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/i;
const lowered = (raised: string): string =>
  raised.replace(/./g, (sign) => '0123456789-+'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺'.indexOf(sign)]!);

/**
 * Reads a number as a reader types or pastes it: with a true minus, a decimal comma, thin spaces
 * between its thousands, an exponent as `e−3` or `× 10⁻³`.
 *
 * @returns The number, finite and within {@link largestInput} of 0, or what is wrong.
 */
export function readNumber(text: string): number | Fault {
  const plain = text
    .trim()
    .replace(minuses, '-')
    .replace(/^([-+])\s+/, '$1')
    .replace(groupings, '')
    .replace(powerOfTen, (_, power?: string, raised?: string) => `e${power ?? lowered(raised!)}`);
  if (plain === '') return { kind: 'empty' };
  // A thousand to some readers, one to others: so for a comma beside another separator.
  if (/,.*[.,]|\..*,|^[-+]?[1-9]\d{0,2},\d{3}$/.test(plain)) return { kind: 'two readings' };
  const pointed = plain.replace(',', '.');
  const sign = /\d/.test(pointed) && /[^-+\d.e]/iu.exec(pointed)?.[0];
  if (sign) return { kind: 'sign', sign };
  // Number() also takes "Infinity", which nobody means here.
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(pointed)) return { kind: 'not a number' };
  const number = Number(pointed);
  return Math.abs(number) <= largestInput ? number : { kind: 'too large' };
}
