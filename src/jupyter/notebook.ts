/** A cell of a notebook: Markdown, or Python with what it prints. */
export type NotebookCell =
  | { readonly kind: 'markdown'; readonly source: string }
  | { readonly kind: 'code'; readonly source: string; readonly printed: string };

/** A Jupyter notebook, format 4.5: the same cells give the same file. */
export function toNotebook(cells: readonly NotebookCell[]): string {
  const notebook = {
    cells: cells.map((cell, index) => ({
      id: `cell-${index + 1}`,
      cell_type: cell.kind,
      metadata: {},
      source: cell.source,
      ...(cell.kind === 'code' && {
        execution_count: null,
        outputs: cell.printed === '' ? [] : [{ output_type: 'stream', name: 'stdout', text: `${cell.printed}\n` }],
      }),
    })),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
