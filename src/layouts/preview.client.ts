import { say } from '#components/say.ts';
import { copyBibtex } from './copy-bibtex.ts';
import style from './preview.css?inline';

/** What a citation, a measured number or a term refers to, on a small card beside it: by pointer, by key, by a first tap. */

/** Brought along by the script: without it there is no card. */
const sheet = document.createElement('style');
sheet.textContent = style;
document.head.append(sheet);

const card = document.createElement('div');
card.className = 'preview';
card.id = 'preview';
card.popover = 'manual';
let shown: HTMLElement | undefined;
let timer = 0;

function contentOf(mention: HTMLElement): (Node | string)[] {
  const { concept } = mention.dataset;
  if (concept) {
    const { content } = document.querySelector<HTMLTemplateElement>(`template[data-card=${concept}]`)!;
    const forms = content.cloneNode(true) as DocumentFragment;
    // Opened by pointing at the concept, which lights all that is of it.
    for (const each of forms.querySelectorAll(`[data-concept=${concept}]`)) each.classList.add('lit');
    return [forms];
  }
  const link = mention as HTMLAnchorElement;
  const lead = document.createElement('a');
  lead.href = link.href;
  const { says, holds } = link.dataset;
  if (says === undefined) {
    const entry = document.getElementById(link.hash.slice(1))!.cloneNode(true) as HTMLElement;
    entry.querySelector('.mentions')?.remove();
    lead.textContent = say('inList');
    return [...entry.childNodes, lead, ...copyBibtex(entry.id)];
  }
  const claim = document.createElement('p');
  claim.textContent = `${says[0]!.toUpperCase()}${says.slice(1)}.`;
  const theory = document.createElement('p');
  theory.textContent = `${holds} `;
  lead.textContent = say('howMeasured');
  theory.append(lead);
  return [claim, theory];
}

function close(): void {
  clearTimeout(timer);
  if (!shown) return;
  // Who was on the card is back at what opened it, while that is still the one shown: it is not opened again.
  if (within(document.activeElement)) shown.focus({ preventScroll: true });
  shown.removeAttribute('aria-describedby');
  shown = undefined;
  card.hidePopover();
}

function open(mention: HTMLElement): void {
  clearTimeout(timer);
  if (shown === mention) return;
  close();
  shown = mention;
  mention.after(card);
  card.replaceChildren(...contentOf(mention));
  // No stops on the way through the text.
  for (const stop of card.querySelectorAll<HTMLElement>('a, button')) stop.tabIndex = -1;
  mention.setAttribute('aria-describedby', card.id);
  card.showPopover();
  place();
}

/** From the keyboard: on to what the card holds, and from there to what follows in the text. */
function enter(): void {
  const links = card.querySelectorAll('a');
  for (const link of links) link.tabIndex = 0;
  links[0]!.focus({ preventScroll: true });
}

/** In the margin, beside the line, where that has room; else under the line, above it where there is none. */
function place(): void {
  if (!shown) return;
  const lines = shown.getClientRects();
  card.removeAttribute('style');
  const at = inMargin(lines[0]!) ?? under(lines[lines.length - 1]!);
  Object.assign(card.style, { left: `${at.left}px`, top: `${at.top}px` });
}

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Beside the column of text, and clear of all that is wider than it. */
function inMargin(line: DOMRect): Place | undefined {
  const column = shown!.closest('article');
  // Where the page runs from right to left, the contents stand on that side.
  if (!column || innerWidth < 1200 || document.dir === 'rtl') return undefined;
  const left = column.getBoundingClientRect().right + 14;
  card.style.width = `min(20rem, ${document.documentElement.clientWidth - left - 10}px)`;
  let [ceiling, floor] = [0, innerHeight];
  for (const block of column.querySelectorAll('.registers, .figure, .listing, code-tabs')) {
    const { top, right, bottom } = block.getBoundingClientRect();
    if (right < left) continue;
    if (bottom <= line.top) ceiling = Math.max(ceiling, bottom);
    else floor = Math.min(floor, top);
  }
  const top = Math.min(line.top - 6, floor - card.offsetHeight - 8);
  if (top >= ceiling + 8) return { left, top };
  card.removeAttribute('style');
  return undefined;
}

/** Never past the edge of the screen. */
function under(line: DOMRect): Place {
  const below = line.bottom + 4 + card.offsetHeight < innerHeight;
  return {
    left: Math.max(8, Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - 8)),
    top: below ? line.bottom + 4 : Math.max(0, line.top - 4 - card.offsetHeight),
  };
}

const mentionAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('a.citation, a.claim, .term') : null;
/** Whether the keyboard is at what opened the card, or on the card. */
const isInUse = (): boolean => document.activeElement === shown || within(document.activeElement);
const within = (target: EventTarget | null): boolean => target instanceof Node && card.contains(target);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'touch') return;
  clearTimeout(timer);
  const mention = mentionAt(event.target);
  if (mention) timer = window.setTimeout(open, 120, mention);
  // In the margin it hides nothing, and the way to it may be long. What the keyboard opened is not the
  // pointer's to close: the page may have moved under a pointer that rests.
  else if (!within(event.target) && !card.style.width && !isInUse()) timer = window.setTimeout(close, 250);
});
document.addEventListener('focusin', ({ target }) => {
  const mention = mentionAt(target);
  if (mention?.matches(':focus-visible')) open(mention);
  else if (!within(target) && mention !== shown) close();
});
document.addEventListener('click', (event) => {
  const mention = mentionAt(event.target);
  const isTouch = (event as PointerEvent).pointerType === 'touch';
  const isTerm = mention?.matches('.term') && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (mention && (isTerm || (isTouch && mention !== shown))) {
    event.preventDefault();
    if (isTouch && mention === shown) return close();
    open(mention);
    if (event.detail === 0) enter();
  } else if (!within(event.target) || (event.target as Element).closest('a')) close();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
/** Out of sight, what opened the card is read no more, unless the card itself is. */
function follow(): void {
  const { top, bottom } = shown?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if ((bottom < 0 || top > innerHeight) && !within(document.activeElement)) close();
  else place();
}
addEventListener('scroll', follow, { passive: true });
