/**
 * The length of a step: it stays for the first half of a training, and falls to nothing over the second.
 *
 * @param rate What it is at first.
 * @param step Counted from 1. @param steps How many there are.
 */
export function fallingRate(rate: number, step: number, steps: number): number {
  return rate * Math.min(1, 2 * (1 - (step - 1) / steps));
}
