import { LiveFigure } from '../../figure/live-figure.ts';
import { within } from '../../figure/within.ts';

const keys: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

/** Milliseconds that one step of a message takes. */
const step = 220;

interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Both ends of a message are chosen on the sentence, and the message is shown under way. */
export class TwoRoutes extends LiveFigure {
  override connectedCallback(): void {
    super.connectedCallback();
    this.#listenTo(this.querySelector('.ways')!);
    this.querySelector('.show')!.addEventListener('click', () => {
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const drawings = [...this.querySelectorAll<SVGSVGElement>('.ways svg')];
      travel(drawings.find((svg) => svg.getClientRects().length > 0)!);
    });
  }

  /** A tap chooses where the message arrives; a drag from word to word, both ends. */
  #listenTo(drawing: HTMLElement): void {
    let pressed: number | undefined;
    const wordAt = ({ target }: PointerEvent): number | undefined => {
      const word = target instanceof Element ? target.closest<SVGElement>('[data-word]')?.dataset['word'] : undefined;
      return word === undefined ? undefined : Number(word) + 1;
    };
    drawing.addEventListener('pointerdown', (event) => {
      pressed = wordAt(event);
      if (event.target instanceof Element) event.target.releasePointerCapture(event.pointerId);
    });
    drawing.addEventListener('pointermove', (event) => {
      const to = wordAt(event);
      if (event.buttons !== 1 || pressed === undefined || to === undefined || to === pressed) return;
      const from = pressed;
      void this.#choose(() => ({ from, to }));
    });
    drawing.addEventListener('pointerup', (event) => {
      const to = wordAt(event);
      if (to !== undefined && to === pressed) void this.#choose(({ from }) => (to === from ? {} : { to }));
      pressed = undefined;
    });
    drawing.addEventListener('keydown', (event) => {
      const by = keys[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const end = event.shiftKey ? 'from' : 'to';
      const last = this.querySelectorAll(`[name=${end}] option`).length;
      void this.#choose((ends) => ({ [end]: within(ends[end] + by, 1, last) }));
    });
  }

  #choose(change: (ends: Ends) => Partial<Ends>): Promise<void> {
    return this.whenBegun(() => this.set(change(this.state as unknown as Ends)));
  }
}

/** Sends a message along each route at once: a dot runs over the steps, and every step appears as the dot has taken it. */
function travel(svg: SVGSVGElement): void {
  for (const dot of svg.querySelectorAll('.message')) dot.remove();
  for (const route of ['recurrence', 'attention']) {
    const legs = [...svg.querySelectorAll<SVGGElement>(`g[data-route=${route}]`)];
    for (const leg of legs) leg.style.opacity = '0';
    void follow(svg, legs);
  }
}

async function follow(svg: SVGSVGElement, legs: readonly SVGGElement[]): Promise<void> {
  const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  dot.setAttribute('r', '7');
  dot.setAttribute('class', 'message');
  svg.append(dot);
  for (const leg of legs) {
    await run(dot, leg.querySelector('path')!, leg.dataset['step'] === undefined ? step / 2 : step);
    // Another message has set out, or the drawing is another one.
    if (!dot.isConnected) return;
    leg.style.opacity = '';
  }
  dot.remove();
}

/** Settles when the dot has come to the end, or has gone. */
function run(dot: SVGCircleElement, path: SVGPathElement, duration: number): Promise<void> {
  const length = path.getTotalLength();
  return new Promise((arrived) => {
    let began: number | undefined;
    const move = (now: number): void => {
      began ??= now;
      const share = Math.min(1, (now - began) / duration);
      const { x, y } = path.getPointAtLength(length * share);
      dot.setAttribute('transform', `translate(${x} ${y})`);
      if (share < 1 && dot.isConnected) requestAnimationFrame(move);
      else arrived();
    };
    requestAnimationFrame(move);
  });
}
