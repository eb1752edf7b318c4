/** Gives every listing a button that copies it, where the browser lets a page write to the clipboard. */

/** A cell's code is what the reader has made of it. */
const codeOf = (listing: Element): string =>
  'code' in listing ? String(listing.code) : listing.querySelector('pre')!.textContent;

function addCopy(listing: Element): void {
  const source = listing.querySelector('.source')!;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  // In a toolbar arrows lead to it.
  if (source.role === 'toolbar') button.tabIndex = -1;
  const name = `Copy ${source.querySelector('a')!.textContent.trim().replace(/\s+/g, ' ')}`;
  button.ariaLabel = name;
  const spoken = document.createElement('span');
  spoken.className = 'visually-hidden';
  spoken.role = 'status';
  source.append(button, spoken);

  let timer = 0;
  function say(text: string): void {
    button.textContent = button.ariaLabel = spoken.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = 'Copy';
      button.ariaLabel = name;
      spoken.textContent = '';
    }, 2000);
  }
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(`${codeOf(listing)}\n`).then(
      () => say('Copied'),
      () => say('The browser refused'),
    );
  });
}

// Pages served without encryption have no clipboard, and then no button that would do nothing.
if ('clipboard' in navigator) document.querySelectorAll('.listing').forEach(addCopy);
