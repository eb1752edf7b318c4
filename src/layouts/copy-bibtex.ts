import { say } from '#components/say.ts';

/**
 * A button that copies one entry of the page's references as BibTeX, out of the file that has
 * them all; none where the browser lets no page write to the clipboard.
 *
 * @param id Of the entry in the list: `ref-vaswani2017`.
 */
export function copyBibtex(id: string): HTMLElement[] {
  if (!('clipboard' in navigator)) return [];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bibtex';
  button.textContent = say('bibtex');
  const spoken = document.createElement('span');
  spoken.className = 'visually-hidden';
  spoken.role = 'status';
  button.addEventListener('click', async () => {
    try {
      const file = document.querySelector<HTMLAnchorElement>('.references .taken a')!.href;
      const response = await fetch(file);
      const entries = (await response.text()).split(/\n\n(?=@)/);
      const entry = entries.find((each) => each.startsWith('@') && each.includes(`{${id.replace('ref-', '')},`))!;
      await navigator.clipboard.writeText(`${entry.trim()}\n`);
      button.textContent = spoken.textContent = say('copied');
    } catch {
      button.textContent = spoken.textContent = say('notCopied');
    }
  });
  return [button, spoken];
}

/** The entry that the reader is led to has the button too; so it is one stop of the keyboard, and not one an entry. */
function offer(): void {
  const entry = document.querySelector('.references li:target');
  if (entry && !entry.querySelector('.bibtex')) entry.querySelector('.mentions')!.append(...copyBibtex(entry.id));
}
addEventListener('hashchange', offer);
offer();
