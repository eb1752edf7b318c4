/** The contents follow the reader, and the register switch keeps them at the section they are in. */

const contents = document.querySelector<HTMLDetailsElement>('.contents');
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const registers = [...document.querySelectorAll<HTMLAnchorElement>('.registers a')].map((link) => ({
  link,
  /** Where the other chapter tells what a section of this one tells. */
  places: JSON.parse(link.dataset['places']!) as Readonly<Record<string, string>>,
}));
const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))!);

// On a narrow screen the open list would push the text off the first view; beside it there is room.
if (contents && matchMedia('(min-width: 80rem)').matches) contents.open = true;

// On a phone they are two screens long; a link to one of them opens them.
const references = document.querySelector<HTMLDetailsElement>('.references details');
if (references && matchMedia('(max-width: 40rem)').matches) references.open = location.hash.startsWith('#ref-');

function follow(): void {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const passed = atEnd
    ? sections.length - 1
    : sections.findLastIndex((section) => section.getBoundingClientRect().top < innerHeight / 3);
  links.forEach((link, index) => {
    if (index === passed) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  const section = sections[passed]?.id ?? '';
  for (const { link, places } of registers) link.hash = places[section] ?? '';
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
