/** The number itself, or the end of the range that it lies beyond. */
export function within(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}
