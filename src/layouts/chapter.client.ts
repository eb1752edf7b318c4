/** The contents follow the reader, the switch between registers and languages keeps them at the section they are in, and the lesson where they were. */
import { forgetPlace, keepPlace } from './place.ts';

const contents = document.querySelector<HTMLDetailsElement>('.contents');
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const registers = [...document.querySelectorAll<HTMLAnchorElement>('.registers a')].map((link) => ({
  link,
  /** Where the other chapter tells what a section of this one tells. */
  places: JSON.parse(link.dataset['places']!) as Readonly<Record<string, string>>,
}));
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))!);

// On a narrow screen the switch scrolls, and where the reader is has to be in sight.
const current = registers.find(({ link }) => link.ariaCurrent === 'page')?.link;
if (current) {
  const bar = current.parentElement!;
  bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
}

// On a narrow screen the open list would push the text off the first view; beside it there is room, and nothing to fold.
if (contents && matchMedia('(min-width: 80rem)').matches) {
  contents.open = true;
  contents.querySelector('summary')!.tabIndex = -1;
}

// One stop of the tab key, at the section that is read, gone through by arrows.
contents?.addEventListener('keydown', (event) => {
  const at = links.indexOf(event.target as HTMLAnchorElement);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
});

// A source is one stop of the tab key, where it is cited first; the list leads to the other mentions. A fold may be closed.
const cited = new Set<string>();
for (const citation of document.querySelectorAll<HTMLAnchorElement>('article a.citation')) {
  if (citation.closest('details')) continue;
  if (cited.has(citation.hash)) citation.tabIndex = -1;
  cited.add(citation.hash);
}

// They are screens long and full of links; a link to one of them opens them.
const references = document.querySelector<HTMLDetailsElement>('.references details');
function openFor(hash: string): void {
  if (references?.contains(document.getElementById(decodeURIComponent(hash.slice(1))))) references.open = true;
}
if (references) references.open = false;
openFor(location.hash);
document.addEventListener('click', ({ target }) => {
  openFor((target as Element).closest<HTMLAnchorElement>('a[href^="#"]')?.hash ?? '');
});

const lesson = document.querySelector<HTMLElement>('.chapter')!.dataset['lesson'];
let kept = -1;
/** Where a page gets shorter under a reader who starts over, it moves by itself: that is no place they went to. */
let isStartedOver = false;
/** An overview is where one goes on from, and references are not read. */
function keepAt(passed: number): void {
  if (
    lesson === undefined ||
    isStartedOver ||
    passed < 0 ||
    passed === kept ||
    references?.parentElement?.contains(sections[passed]!)
  )
    return;
  kept = passed;
  const [link, title] = [links[passed]!, document.querySelector('h1')!];
  const href = `${location.pathname}${link.hash}`;
  keepPlace(lesson, {
    href,
    section: link.textContent.trim().replace(/^\d+\s+/, ''),
    chapter: title.textContent.trim(),
  });
}
document.querySelector('.tally button')?.addEventListener('click', () => {
  if (lesson === undefined) return;
  forgetPlace(lesson);
  isStartedOver = true;
  for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(act, () => (isStartedOver = false), { once: true, passive: true });
});

function follow(): void {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const passed = atEnd
    ? sections.length - 1
    : sections.findLastIndex((section) => section.getBoundingClientRect().top < innerHeight / 3);
  links.forEach((link, index) => {
    if (index === passed) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.tabIndex = index === Math.max(passed, 0) ? 0 : -1;
  });
  const section = sections[passed]?.id ?? '';
  for (const { link, places } of registers) link.hash = places[section] ?? '';
  if (scrollY > 0) keepAt(passed);
}

let frame = 0;
addEventListener(
  'scroll',
  () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  },
  { passive: true },
);
follow();
