import { withBase } from '#components/base.ts';
import { say } from '#components/say.ts';
import { find, type Found } from './pagefind.ts';
import style from './search.css?inline';

/** As many sections as are shown: who wants others asks more exactly. */
const most = 12;

const dialog = document.createElement('dialog');
dialog.className = 'search';
dialog.ariaLabel = say('search');
dialog.innerHTML = `
  <div class="ask">
    <input type="text" inputmode="search" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-label="${say('words')}" placeholder="${say('wordsSuch')}" />
    <button type="button" class="close">${say('close')}</button>
  </div>
  <p class="said" role="status"></p>
  <button type="button" class="again" hidden>${say('tryAgain')}</button>
  <ol></ol>
  <p class="also"><a href="${withBase('/glossary/')}">${say('glossary')}</a></p>`;
const [input, said, again, list] = ['input', '.said', '.again', 'ol'].map((part) =>
  dialog.querySelector<HTMLElement>(part)!,
) as [HTMLInputElement, HTMLElement, HTMLButtonElement, HTMLOListElement];
const sheet = document.createElement('style');
sheet.textContent = style;
document.head.append(sheet);
document.body.append(dialog);

/** A section as a link: its heading, its page, and the lines around what was found. */
function item({ url, excerpt, meta }: Found): HTMLLIElement {
  const [title, page, lines] = ['b', 'small', 'p'].map((name) => document.createElement(name));
  title!.textContent = meta.title;
  page!.textContent = meta.page;
  // Of our own pages, and made safe where it was cut out.
  lines!.innerHTML = excerpt;
  const link = document.createElement('a');
  link.href = url;
  link.append(title!, ' ', page!, lines!);
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

function tell(what: string, isFault = false): void {
  said.textContent = what;
  again.hidden = !isFault;
}

/** How often was asked: what an earlier search finds is not shown any more. */
let asked = 0;
let last: Promise<void> | undefined;
const show = (): void => void (last = search());

async function search(): Promise<void> {
  // The index is made of built pages.
  if (import.meta.env.DEV) return tell(say('noIndexYet'));
  const words = input.value.trim();
  const mine = ++asked;
  const isOver = (): boolean => mine !== asked;
  // Letters that follow at once are one question.
  await new Promise((resolve) => setTimeout(resolve, words === '' ? 0 : 120));
  if (isOver()) return;
  // Told only where it takes so long that one would wonder.
  const slow = setTimeout(() => isOver() || words === '' || tell(say('searching')), 300);
  try {
    const results = await find(words);
    const sections = await Promise.all(results.slice(0, most).map(({ data }) => data()));
    if (isOver()) return;
    list.replaceChildren(...sections.map(item));
    list.scrollTop = 0;
    const count = results.length;
    if (words === '') tell('');
    else if (count === 0) tell(say('foundNone', { words }));
    else tell(count === 1 ? say('foundOne') : say(count > most ? 'foundMany' : 'found', { count, most }));
  } catch {
    if (isOver()) return;
    list.replaceChildren();
    tell(say('noIndex'), true);
  } finally {
    clearTimeout(slow);
  }
}

const links = (): HTMLElement[] => [...list.querySelectorAll('a')];

input.addEventListener('input', show);
again.addEventListener('click', () => {
  show();
  input.focus();
});
dialog.querySelector('.close')!.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  // Beside it, or on to what was found, which may be on this page.
  if (target === dialog || (target as Element).closest('a')) dialog.close();
});
dialog.addEventListener('keydown', (event) => {
  const { key, isComposing, target } = event;
  const all = links();
  const at = all.indexOf(target as HTMLElement);
  if (isComposing) return;
  if (key === 'Enter' && target === input) void last?.then(() => links()[0]?.click());
  const to = key === 'ArrowDown' ? at + 1 : key === 'ArrowUp' ? at - 1 : undefined;
  if (to === undefined) return;
  event.preventDefault();
  (to < 0 ? input : all[to])?.focus();
});

/** Over what a phone's keyboard leaves of the window. */
const fit = (): void => dialog.style.setProperty('--room', `${visualViewport?.height ?? innerHeight}px`);
visualViewport?.addEventListener('resize', fit);

export function openSearch(): void {
  if (dialog.open) return;
  fit();
  dialog.showModal();
  input.select();
  // The index is fetched while the reader types.
  show();
}
