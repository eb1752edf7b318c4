/**
 * How many letters have to be put in, left out or changed to make one word the other.
 *
 * @param from Any text.
 * @param to Another.
 * @see Levenshtein 1966.
 */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 1; j < row.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (letter === to[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
