/** What a docstring says, by its tags. */
export interface Docstring {
  /** What stands before the first tag. */
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  readonly returns: string | undefined;
  readonly throws: readonly string[];
  readonly see: readonly string[];
}

/**
 * Reads a docstring. Several tags may stand on one line.
 *
 * @param comment With its slashes and stars; '' where there is none.
 */
export function readDocstring(comment: string): Docstring {
  const body = comment
    .replace(/^\/\*\*[ \t]?/, '')
    .replace(/\s*\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n');
  const [text = '', ...rest] = body.split(/(?<=^|\s)@(param|returns|throws|see)\s+/);
  const tags = rest.flatMap((tag, index) => (index % 2 === 0 ? [{ tag, text: rest[index + 1]!.trim() }] : []));
  const all = (name: string) => tags.filter(({ tag }) => tag === name).map((tag) => tag.text);
  return {
    text: text.trim(),
    params: all('param').map((param) => {
      const [, name = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(param)!;
      return { name, text };
    }),
    returns: all('returns')[0],
    throws: all('throws'),
    see: all('see'),
  };
}

/** A piece of a line: plain, code, or the name of another entry. */
export type Piece = readonly ['text' | 'code' | 'link', string];
/** A paragraph, or lines to be kept as they stand. */
export type Block = { readonly text: string } | { readonly lines: string };

/** Takes apart the text of a docstring: blank lines part paragraphs, lines set in by four spaces are kept. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      block.split('\n').every((line) => line.startsWith('    '))
        ? { lines: block.replace(/^ {4}/gm, '') }
        : { text: block },
    );
}

/** Takes apart one paragraph: `{@link name}` and `` `code` ``. */
export function piecesOf(text: string): Piece[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(\{@link \S+?\}|`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece): Piece => {
      if (piece.startsWith('{@link ')) return ['link', piece.slice(7, -1)];
      return piece.startsWith('`') ? ['code', piece.slice(1, -1)] : ['text', piece];
    });
}
