/** What a citation or a measured number refers to, on a small card beside it: by pointer, by key, by a first tap. */

const card = document.createElement('div');
card.className = 'preview';
card.id = 'preview';
card.popover = 'manual';
let shown: HTMLAnchorElement | undefined;
let timer = 0;

function contentOf(link: HTMLAnchorElement): (Node | string)[] {
  const lead = document.createElement('a');
  lead.href = link.href;
  const { says, holds } = link.dataset;
  if (says === undefined) {
    const entry = document.getElementById(link.hash.slice(1))!.cloneNode(true) as HTMLElement;
    entry.querySelector('.mentions')?.remove();
    lead.textContent = 'In the list';
    return [...entry.childNodes, lead];
  }
  const claim = document.createElement('p');
  claim.textContent = `${says[0]!.toUpperCase()}${says.slice(1)}.`;
  const theory = document.createElement('p');
  theory.textContent = `${holds} `;
  lead.textContent = 'How it was measured';
  theory.append(lead);
  return [claim, theory];
}

function close(): void {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute('aria-describedby');
  shown = undefined;
  card.hidePopover();
}

function open(link: HTMLAnchorElement): void {
  clearTimeout(timer);
  if (shown === link) return;
  close();
  shown = link;
  document.body.append(card);
  card.replaceChildren(...contentOf(link));
  link.setAttribute('aria-describedby', card.id);
  card.showPopover();
  place();
}

/** Under the link's last line, above it where there is no room, and never past the edge of the screen. */
function place(): void {
  if (!shown) return;
  const at = [...shown.getClientRects()].at(-1)!;
  const below = at.bottom + 4 + card.offsetHeight < innerHeight;
  card.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8))}px`;
  card.style.top = `${below ? at.bottom + 4 : Math.max(0, at.top - 4 - card.offsetHeight)}px`;
}

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.citation, a.claim') : null;
const within = (target: EventTarget | null): boolean => target instanceof Node && card.contains(target);

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'touch') return;
  clearTimeout(timer);
  const link = linkAt(event.target);
  if (link) timer = window.setTimeout(open, 120, link);
  else if (!within(event.target)) timer = window.setTimeout(close, 250);
});
document.addEventListener('focusin', ({ target }) => {
  const link = linkAt(target);
  if (link?.matches(':focus-visible')) open(link);
  else if (!within(target)) close();
});
document.addEventListener('click', (event) => {
  const link = linkAt(event.target);
  const tapped = (event as PointerEvent).pointerType === 'touch' && link && link !== shown;
  if (tapped) {
    event.preventDefault();
    open(link);
  } else if (!within(event.target) || (event.target as Element).closest('a')) close();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
addEventListener('scroll', place, { passive: true });
