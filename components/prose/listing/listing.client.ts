/** Gives every listing a button that copies it, where the browser lets a page write to the clipboard. */

function addCopy(listing: Element): void {
  const source = listing.querySelector('.source')!;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  const name = `Copy ${source.textContent.trim()}`;
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
    navigator.clipboard.writeText(listing.querySelector('pre')!.textContent + '\n').then(
      () => say('Copied'),
      () => say('The browser refused'),
    );
  });
}

// Pages served without encryption have no clipboard, and then no button that would do nothing.
if ('clipboard' in navigator) document.querySelectorAll('.listing').forEach(addCopy);
