/** One flight, and how long the next waits for it, in milliseconds. */
const duration = 300;
const wait = 130;

/** Numbers that travel along their arrows, from where a chosen number came from to where it stands. */
export class Flights {
  readonly #flying = new Set<Animation>();

  /** Lets the sources fly, those that are multiplied with each other at once; not for readers who want no motion. */
  begin(area: HTMLElement): void {
    for (const flight of this.#flying) flight.cancel();
    const goal = area.querySelector<HTMLElement>('td.chosen > *');
    if (!goal || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const [ground, end] = [area, goal].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect];
    for (const matrix of area.querySelectorAll('table:has(td.source)'))
      matrix.querySelectorAll<HTMLElement>('td.source > *').forEach((source, turn) => {
        const { left, top, width, height } = source.getBoundingClientRect();
        const number = document.createElement('span');
        number.className = 'flight';
        number.setAttribute('aria-hidden', 'true');
        number.textContent = source instanceof HTMLInputElement ? source.value : source.textContent;
        Object.assign(number.style, {
          left: `${left - ground.left}px`,
          top: `${top - ground.top}px`,
          width: `${width}px`,
          lineHeight: `${height}px`,
        });
        area.append(number);
        const flight = number.animate(
          { translate: ['0 0', `${end.left - left}px ${end.top - top}px`], opacity: [1, 1, 0.2] },
          { duration, delay: turn * wait, easing: 'ease-in-out' },
        );
        this.#flying.add(flight);
        const land = (): void => {
          this.#flying.delete(flight);
          number.remove();
        };
        flight.onfinish = land;
        flight.oncancel = land;
      });
  }
}
