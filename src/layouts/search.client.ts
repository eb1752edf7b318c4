/** The link to the glossary opens the search instead, and so does a slash; where its code cannot be had, it stays a link. */

const link = document.querySelector<HTMLAnchorElement>('.find')!;

async function open(): Promise<void> {
  try {
    // eslint-disable-next-line no-restricted-syntax -- Where it does not come, the link is what it was.
    (await import('./search/dialog.ts')).openSearch();
  } catch {
    location.assign(link.href);
  }
}

link.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});
document.addEventListener('keydown', (event) => {
  const isWriting = (event.target as Element).closest('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
  event.preventDefault();
  void open();
});
