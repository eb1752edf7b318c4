/** The lines of a script on which the cells of a program begin. */
export type Starts = readonly (number | undefined)[];

const place = /([^\s(@]*):(\d+):\d+\)?\s*$/;

/** What this script is called in the ways that errors came: nothing else has the reader's lines. */
const own = new Error().stack
  ?.split('\n')
  .map((frame) => place.exec(frame)?.[1])
  .find((name) => name !== undefined);

/** Where an error belongs: to the cell that was running, at the innermost line that is its own. */
export function lineOf(error: unknown, cell: number, starts: Starts): number | undefined {
  try {
    const first = starts[cell]!;
    const next = starts.find((start, index) => index > cell && start !== undefined) ?? Infinity;
    const { stack } = error as { stack?: unknown };
    if (typeof stack !== 'string') return undefined;
    for (const frame of stack.split('\n')) {
      const [, name, at] = place.exec(frame) ?? [];
      const line = name === own ? Number(at) : NaN;
      if (line >= first && line < next) return line - first + 1;
    }
  } catch {
    // The reader's own error may refuse to be read.
  }
  return undefined;
}

const isTooDeep = (name: unknown, message: string): boolean =>
  (name === 'RangeError' && /call stack/i.test(message)) || (name === 'InternalError' && /recursion/.test(message));

/** What went wrong, in a sentence. */
export function sentenceOf(error: unknown, shown: (value: unknown) => string): string {
  try {
    if (error instanceof Error) {
      const { name, message } = error;
      if (isTooDeep(name, message))
        return 'RangeError: Too many calls stand inside one another. A function that calls itself needs a case in which it stops.';
      return message === '' ? `${name}` : `${name}: ${message}`;
    }
    return `This was thrown, which is not an Error: ${shown(error)}`;
  } catch {
    return 'Something was thrown that cannot be read.';
  }
}
