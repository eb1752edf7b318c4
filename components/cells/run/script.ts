import type { Program } from '../program/program.ts';

/** The name of the runtime in its script. */
export const runtimeName = '__cells';

/** All that a worker runs, as one text: the packed library and its runner, then the program. */
export function scriptOf(runtime: string, { code, starts }: Program): string {
  const before = linesOf(runtime);
  const lines = JSON.stringify(starts.map((start) => (start === undefined ? null : before + start + 1)));
  return `${runtime}\n${runtimeName}.runCells(${lines},${code});`;
}

/** Which cell a line of that script belongs to, and which line of the cell it is. */
export function placeOf(
  line: number,
  runtime: string,
  { starts }: Program,
): { readonly cell: number; readonly line: number } | undefined {
  const inCode = line - linesOf(runtime) - 1;
  const cell = starts.findLastIndex((start) => start !== undefined && start <= inCode);
  return cell === -1 ? undefined : { cell, line: inCode - starts[cell]! + 1 };
}

const linesOf = (text: string): number => text.split('\n').length;
