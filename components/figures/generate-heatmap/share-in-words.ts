const shares: readonly (readonly [share: number, name: string])[] = [
  [1 / 10, 'a tenth'],
  [1 / 5, 'a fifth'],
  [1 / 4, 'a quarter'],
  [1 / 3, 'a third'],
  [2 / 5, 'two fifths'],
  [1 / 2, 'half'],
  [3 / 5, 'three fifths'],
  [2 / 3, 'two thirds'],
  [3 / 4, 'three quarters'],
  [4 / 5, 'four fifths'],
  [9 / 10, 'nine tenths'],
];

/** A share of 1 as one says it: the nearest simple fraction. */
export function shareInWords(share: number): string {
  if (share < 0.075) return 'less than a tenth';
  if (share > 0.95) return 'nearly all';
  const [, name] = shares.reduce((best, next) => (Math.abs(next[0] - share) < Math.abs(best[0] - share) ? next : best));
  return `about ${name}`;
}
