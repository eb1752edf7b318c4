import { namedControls } from '#components/figure/share/named-controls.ts';
import { say } from '#components/say.ts';

/** Leaves those controls that the address names, `?controls=layer,head`; none where it names none. */
const named = new URLSearchParams(location.search).get('controls')?.split(',').filter(Boolean);
if (named) {
  const controls = namedControls(document);
  for (const { name, elements } of controls)
    for (const element of elements) element.toggleAttribute('data-unwanted', !named.includes(name));
  const known = controls.map(({ name }) => name);
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.role = 'status';
    notice.textContent =
      known.length > 0 ? say('noControl', { name: unknown.join(', '), known: known.join(', ') }) : say('noControls');
    document.querySelector('main')!.prepend(notice);
  }
}

/** A page around it that listens is told how high the figure is: whichever page, for that is no secret. */
if (parent !== window) {
  const tell = (): void => parent.postMessage({ height: document.body.getBoundingClientRect().height }, '*');
  new ResizeObserver(tell).observe(document.body);
}
