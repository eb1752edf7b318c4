/** Part of a source file, as a chapter shows it. */
export interface Region {
  readonly code: string;
  /** Its first and last line in the file, from 1. */
  readonly first: number;
  readonly last: number;
}

// `// #region name` in TypeScript, `# region name` in Python: editors fold both.
const marker = /^\s*(?:\/\/ ?#|# ?)(region|endregion)\s+(\S+)\s*$/;

/**
 * Cuts a named region out of a source file, markers and common indentation taken away.
 *
 * @param name Which region; the whole file where it is left out.
 * @throws Error when there is no such region, it is not closed, or it is there twice. The
 *   sentence goes on from the file's name: `lib/… has no region "x". It has: …`
 */
export function regionOf(source: string, name?: string): Region {
  const lines = source.replace(/\n$/, '').split('\n');
  const marks = lines.map((line) => marker.exec(line));
  const at = (kind: string): number[] =>
    marks.flatMap((mark, index) => (mark?.[1] === kind && mark[2] === name ? [index] : []));
  const [starts, ends] = [at('region'), at('endregion')];
  if (name !== undefined && starts.length === 0) {
    const known = marks.flatMap((mark) => (mark?.[1] === 'region' ? [mark[2]] : []));
    throw new Error(`has no region "${name}". ${known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none.'}`);
  }
  if (name !== undefined && (starts.length > 1 || ends.length !== 1 || ends[0]! < starts[0]!))
    throw new Error(`must open and close the region "${name}" once each, in that order.`);

  const from = name === undefined ? 0 : starts[0]! + 1;
  const to = name === undefined ? lines.length : ends[0]!;
  const kept = lines.slice(from, to).filter((_, index) => !marks[from + index]);
  const indent = Math.min(...kept.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  if (!Number.isFinite(indent))
    throw new Error(`shows nothing${name === undefined ? '' : ` in the region "${name}"`}.`);
  return { code: kept.map((line) => line.slice(indent)).join('\n'), first: from + 1, last: to };
}
