/** What keeps a text from being read as MDX, as a sentence that begins with the place; nothing where an error is another. */
export function syntaxFault(file: string, error: unknown): string | undefined {
  const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
  if (reason === undefined) return undefined;
  // At the end of the file it says only in words where the tag stands.
  const place = line === undefined ? /\((\d+:\d+)/.exec(reason)?.[1] : `${line}:${column}`;
  return `${[file, place].filter((part) => part !== undefined).join(':')}: ${reason}`;
}
