/** A cell as a spreadsheet reads it: a true minus is no minus there. */
function cellOf(text: string): string {
  const plain = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/−(?=[\d∞.])/g, '-');
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * Tables as comma-separated values (RFC 4180), one after the other, each under its caption,
 * an empty line between them.
 */
export function csvOf(tables: readonly HTMLTableElement[]): string {
  const blocks = tables.map((table) => {
    const caption = table.querySelector('caption')?.textContent;
    const rows = [...table.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cellOf(cell.textContent ?? '')).join(','),
    );
    return [...(caption ? [cellOf(caption)] : []), ...rows].join('\r\n');
  });
  return `${blocks.join('\r\n\r\n')}\r\n`;
}
