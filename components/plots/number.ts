/** A number as figures print it: fixed decimals, a true minus, and no minus before nought. */
export function showNumber(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}
