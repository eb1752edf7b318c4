import { rowSums } from '../../lib/analysis/rowSums.ts';

const shades = [' ', '░', '▒', '▓', '█'] as const;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const cell = 6;
const longestLabel = 14;

/** Above this many columns there is no room for numbers. */
export const mostNumbers = 24;

/** How many columns of a terminal a text takes: CJK characters and emoji take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, symbol) => width + (wide.test(symbol) ? 2 : 1), 0);
}

/** Cut or padded with spaces on the right to exactly that many columns of a terminal. */
function fit(text: string, width: number): string {
  const symbols = Array.from(text);
  if (widthOf(text) > width) {
    while (widthOf(symbols.join('')) > width - 1) symbols.pop();
    symbols.push('…');
  }
  const fitted = symbols.join('');
  return fitted + ' '.repeat(width - widthOf(fitted));
}

/**
 * Draws attention weights as text: a row for each query, with its label and its sum, a
 * column for each key, shaded from 0 to the largest weight shown.
 *
 * @param weights `(n, n)` row-major.
 * @param labels n of them.
 */
export function drawHeatmap(weights: Float32Array, labels: readonly string[]): string {
  const n = labels.length;
  const largest = Math.max(...weights);
  const shade = (weight: number): string => shades[Math.round((weight / largest) * (shades.length - 1))]!;
  const numbers = n <= mostNumbers;
  const labelWidth = Math.min(longestLabel, Math.max(...labels.map(widthOf)));
  const lines = [
    `shades: ${shades.map((symbol, i) => `${symbol === ' ' ? 'blank' : symbol} ${((i * largest) / 4).toFixed(2)}`).join('  ')}`,
    '',
  ];
  if (numbers) lines.push(' '.repeat(labelWidth + 1) + labels.map((label) => fit(label, cell)).join(' '));
  const sums = rowSums(weights, n);
  for (const [i, label] of labels.entries()) {
    const row = weights.subarray(i * n, (i + 1) * n);
    const cells = Array.from(row, (weight) =>
      numbers ? `${shade(weight)} ${weight.toFixed(2)}` : shade(weight).repeat(2),
    );
    lines.push(`${fit(label, labelWidth)} ${cells.join(numbers ? ' ' : '')}  sum ${sums[i]!.toFixed(2)}`);
  }
  return lines.join('\n');
}
