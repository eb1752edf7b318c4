/** Gives every listing a button that copies it, where the browser lets a page write to the clipboard. */

import { say } from '../../say.ts';

/** A cell's code is what the reader has made of it. */
const codeOf = (listing: Element): string =>
  'code' in listing ? String(listing.code) : listing.querySelector('pre')!.textContent;

function addCopy(listing: Element): void {
  const source = listing.querySelector('.source')!;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = say('copy');
  // In a toolbar arrows lead to it.
  if (source.role === 'toolbar') button.tabIndex = -1;
  const name = say('copyOf', { name: source.querySelector('a')!.textContent.trim().replace(/\s+/g, ' ') });
  button.ariaLabel = name;
  const spoken = document.createElement('span');
  spoken.className = 'visually-hidden';
  spoken.role = 'status';
  source.append(button, spoken);

  let timer = 0;
  function tell(text: string): void {
    button.textContent = button.ariaLabel = spoken.textContent = text;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = say('copy');
      button.ariaLabel = name;
      spoken.textContent = '';
    }, 2000);
  }
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(`${codeOf(listing)}\n`).then(
      () => tell(say('copied')),
      () => tell(say('refused')),
    );
  });
}

// Pages served without encryption have no clipboard, and then no button that would do nothing.
if ('clipboard' in navigator) document.querySelectorAll('.listing').forEach(addCopy);
