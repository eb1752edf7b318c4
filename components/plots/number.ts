/** A number as figures print it: fixed decimals, a true minus, and no minus before nought. */
export function showNumber(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A number as it was printed. */
const printed = (text: string): number => Number(text.replaceAll('−', '-'));

/**
 * What stands between a sum and its result: `=` where every number is printed whole, `≈` where one
 * is printed rounded, so that what a reader adds up may differ in its last place.
 */
export function equalsSign(show: (value: number) => string, ...values: readonly number[]): '=' | '≈' {
  // A float32 holds a decimal to seven figures.
  const isWhole = (value: number): boolean => Math.abs(printed(show(value)) - value) <= 1e-6 * Math.abs(value);
  return values.every(isWhole) ? '=' : '≈';
}

/** A number with all the decimals that it has. */
export function showExact(value: number): string {
  return String(value).replaceAll('-', '−');
}

/** Of the numbers that are the same float32, the one with the fewest decimals: 0.89 for 0.88999998569… */
export function shortestFloat32(value: number): number {
  for (let figures = 1; figures < 9; figures++) {
    const short = Number(value.toPrecision(figures));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
