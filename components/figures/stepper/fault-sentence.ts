import { largestInput, type Cell, type InputName } from '#lib/walkthrough/matrices.ts';
import type { Fault } from '#lib/walkthrough/readNumber.ts';
import { looks, written } from './looks.ts';

const longestQuote = 16;

/** What is wrong with a typed number and what to do. */
export function faultSentence({ matrix, row, column }: Cell<InputName>, text: string, fault: Fault): string {
  const limit = largestInput.toLocaleString('en');
  const typed = text.trim();
  const quote = `“${typed.length > longestQuote ? `${typed.slice(0, longestQuote)}…` : typed}”`;
  const example = 'type a number such as 0.5 or −2';
  const wrong = {
    empty: `is empty: ${example}.`,
    'not a number': `holds ${quote}, which is no number: ${example}.`,
    'two readings': `holds ${quote}, which can be read in two ways: write a point before decimals, and nothing between thousands.`,
    'too large': `holds ${quote}, which is too large: type a number between −${limit} and ${limit}.`,
    sign: `holds ${quote}, and ${fault.kind === 'sign' && fault.sign.trim() ? `“${fault.sign}”` : 'a space'} cannot be read there: ${example}.`,
  }[fault.kind];
  const { rows, columns } = looks[matrix];
  return `${capital(written(matrix))}, row ${rows[row]}, column ${columns[column]}, ${wrong} The figure still shows the last good values.`;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
