/** Lines of Python, and what they print. */
export interface Worked {
  readonly code: string;
  readonly printed: string;
}

/** Takes a region in which a step is worked apart: the comments at its end are what it prints. */
export function workedOf(region: string): Worked {
  const lines = region.split('\n');
  const last = lines.findLastIndex((line) => !line.startsWith('#'));
  return {
    code: lines.slice(0, last + 1).join('\n'),
    printed: lines
      .slice(last + 1)
      .map((line) => line.replace(/^# ?/, ''))
      .join('\n'),
  };
}
